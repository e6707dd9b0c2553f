package fr.aubette.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A telephone conversation that has ended, whatever number of channels and transfers it took.
 *
 * @param callId the exchange's own identity of the conversation (Asterisk: linkedid); opaque, unique per exchange
 * @param caller the number shown to us as the exchange gave it; empty when withheld or absent
 * @param dialled the number that the citizen dialled; a French one in its national form, {@code 0147293000}
 * @param queues the queues that the call waited in, in order; a queue that refused it for being full is named too
 * @param agentsRung extensions whose phone really rang, in order
 * @param answeredBy extension of the agent who spoke first with the citizen
 * @param outcome what became of it
 * @param waiting from the first ring to the first word of an agent, or to the end when there was none
 * @param talking time in conversation with agents
 * @param total from the first ring to the hang-up
 * @param endedBy who hung up first
 * @param unanswered why nobody spoke with the citizen; empty unless {@link Outcome#MISSED}
 */
public record Phone(
        String callId,
        Optional<String> caller,
        String dialled,
        List<String> queues,
        List<String> agentsRung,
        Optional<String> answeredBy,
        Outcome outcome,
        Duration waiting,
        Duration talking,
        Duration total,
        EndedBy endedBy,
        Optional<Unanswered> unanswered)
        implements Channel {

    /** What became of a call, from the citizen's side. */
    public enum Outcome {
        /** An agent spoke with the citizen. */
        ANSWERED,
        /** The citizen hung up while waiting. */
        ABANDONED,
        /** The exchange ended it, or nobody came: queue full, timed out, closed. */
        MISSED,
        /** Nobody came and the citizen left a message. */
        VOICEMAIL
    }

    /** Who hung up first. */
    public enum EndedBy {
        CALLER,
        AGENT,
        EXCHANGE,
        /** Nobody saw the end: the link or the exchange failed. */
        UNSEEN
    }

    /** Why the exchange, or its agents, left a call without an answer. */
    public enum Unanswered {
        NO_ANSWER,
        BUSY,
        /** A queue let nobody in: full, or nobody to serve it. */
        QUEUE_REFUSED
    }

    /** A call of which neither is known who ended it nor why nobody answered. */
    public Phone(
            String callId,
            Optional<String> caller,
            String dialled,
            List<String> queues,
            List<String> agentsRung,
            Optional<String> answeredBy,
            Outcome outcome,
            Duration waiting,
            Duration talking,
            Duration total) {
        this(
                callId,
                caller,
                dialled,
                queues,
                agentsRung,
                answeredBy,
                outcome,
                waiting,
                talking,
                total,
                EndedBy.UNSEEN,
                Optional.empty());
    }

    public Phone {
        queues = List.copyOf(queues);
        agentsRung = List.copyOf(agentsRung);
        for (Duration each : List.of(waiting, talking, total)) {
            if (each.isNegative()) {
                throw new IllegalArgumentException("a duration of call " + callId + " is negative: " + each);
            }
        }
    }

    /** True when somebody should call back: the citizen wanted to speak and nobody did. */
    public boolean callBack() {
        return outcome != Outcome.ANSWERED;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.PHONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.phone(this);
    }
}
