package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.CallBack.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: who is owed a call. */
public interface CallBackRows {

    /** One who called and spoke with nobody: a new line, or one more call on the line that waits. */
    void missed(Missed call, UUID id);

    /** The citizen got through: ends what was owed from before, about this matter. */
    void answered(Missed call);

    /** We called this citizen and reached nobody. */
    void unreached(Missed call);

    /** Whether a call about this ticket was answered after that moment; a later one may be known before. */
    Optional<Instant> answeredSince(TicketId ticket, Instant at);

    /** An agent is about to call; false when somebody else is, or it has ended. */
    boolean take(UUID id, String login);

    /** One more call of ours that reached nobody; it may be taken again. */
    void tried(UUID id);

    /** Ends it; false when it has ended before. */
    boolean end(UUID id, Why why, Optional<String> by, Instant at);

    /** What is owed, the longest wait first, of those that this agent may see. */
    List<CallBack> owed(int limit, Sight sight);

    /** What ended since a moment, the latest first. */
    List<CallBack> ended(Instant since, int limit, Sight sight);

    /** One of them, if this agent may see it. */
    Optional<CallBack> find(UUID id, Sight sight);

    /**
     * A call that counts here.
     *
     * @param number the citizen's, in E.164 form
     * @param citizen when it is known who that is
     * @param motive of its ticket
     * @param at when it began
     */
    record Missed(String number, Optional<CitizenId> citizen, String motive, TicketId ticket, Instant at) {}
}
