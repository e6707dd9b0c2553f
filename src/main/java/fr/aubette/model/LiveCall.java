package fr.aubette.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A telephone conversation as it stands at one moment, for screens; what is kept of it comes later, by the intake.
 *
 * @param line the exchange's name, an entry of {@code config/channels.yaml}: the source of the contact to come
 * @param conversation the exchange's identity of it: the reference of the contact to come
 * @param state what has just happened
 * @param agent extension of the telephone that {@code state} is about; empty when it is about none
 * @param direction who placed the call
 * @param party the citizen's number as the exchange gives it; empty when withheld or absent
 * @param withheld true when the citizen withheld the number: say so, and look nothing up
 * @param dialled the number that the citizen dialled, a French one in its national form; empty for a call of ours
 * @param queue the queue that it waits in, or waited in last
 * @param waiting true while it is in a queue
 * @param ringing extensions whose telephones ring for it
 * @param talking extensions in conversation with the citizen, those on hold included
 * @param beganAt the exchange's clock at its beginning
 * @param queuedAt when it entered the present queue; empty when it waits in none
 * @param at the exchange's clock at this change
 */
public record LiveCall(
        String line,
        String conversation,
        State state,
        Optional<String> agent,
        Direction direction,
        Optional<String> party,
        boolean withheld,
        String dialled,
        Optional<String> queue,
        boolean waiting,
        Set<String> ringing,
        Set<String> talking,
        Instant beganAt,
        Optional<Instant> queuedAt,
        Instant at) {

    public LiveCall {
        ringing = Set.copyOf(ringing);
        talking = Set.copyOf(talking);
    }

    /** The same when it is over. */
    public LiveCall ended() {
        return new LiveCall(
                line,
                conversation,
                State.ENDED,
                Optional.empty(),
                direction,
                party,
                withheld,
                dialled,
                queue,
                false,
                Set.of(),
                Set.of(),
                beganAt,
                Optional.empty(),
                at);
    }

    /** What has just happened to a call. */
    public enum State {
        /** It came in, or we place it: the moment to look the citizen up. Told again when more of it is known. */
        BEGAN,
        /** It entered a queue. */
        WAITING,
        /** It waits in its queue no more: an agent takes it next, or nobody does. */
        LEFT_QUEUE,
        /** The agent's telephone really rings. */
        RINGING,
        /** The agent's telephone has stopped ringing and did not answer; who did, if anybody, is in {@code talking}. */
        RINGS_NO_MORE,
        /** The agent speaks with the citizen; told again for each agent that it is passed on to. */
        ANSWERED,
        /** The agent speaks with the citizen no more, and the call goes on. */
        LEFT_BY_AGENT,
        /** It is over, or nothing more of it will be seen. */
        ENDED
    }

    /** Who placed a call. */
    public enum Direction {
        INCOMING,
        OUTGOING
    }
}
