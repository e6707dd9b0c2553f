package fr.aubette.ami;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happens to a call, as a telephone system of any make can tell it.
 *
 * @param type what happened
 * @param call the system's own identity of the conversation; the same in all its events
 * @param at when, by the system's clock
 * @param party the citizen's number; empty when withheld or absent
 * @param name the citizen's, as the operator gives it
 * @param withheld true when the citizen withheld the number
 * @param dialled the number that the citizen dialled, or that we show
 * @param agent extension of the agent whom it concerns
 * @param queue name of the queue that it concerns
 * @param to to whom it is passed on: an extension, a number, or a queue's name
 * @param reason why, see {@link Type}
 */
public record CallEvent(
        Type type,
        String call,
        Instant at,
        String party,
        String name,
        boolean withheld,
        String dialled,
        String agent,
        String queue,
        String to,
        String reason) {

    /** What can happen. */
    public enum Type {
        /** A citizen calls: {@code party}, {@code dialled}. */
        BEGAN,
        /** An agent calls a citizen: {@code agent}, {@code party}. */
        PLACED,
        /** The system picks up, to say something or to let wait. */
        PICKED_UP,
        /** It waits in {@code queue}. */
        QUEUED,
        /** {@code queue} lets it not in; reason {@code full} or {@code empty}. */
        REFUSED,
        /** It waits there no more, and nobody took it. */
        LEFT_QUEUE,
        /** The telephone of {@code agent} rings. */
        RINGING,
        /** It rings no more; reason {@code busy}, {@code no-answer} or {@code elsewhere}. */
        STOPPED,
        /** {@code agent} speaks with the citizen; of a placed call: the citizen has answered. */
        ANSWERED,
        HELD,
        RESUMED,
        /** {@code agent} passes it on; reason {@code announced} when they spoke first, then {@code to} has it. */
        TRANSFERRED,
        /** A message was left; {@code queue} is the mailbox. */
        MESSAGE,
        /** It is over; reason {@code caller}, {@code agent}, {@code exchange}, or {@code unseen} when not known. */
        ENDED
    }

    /** An event of which only this much is told. */
    public static CallEvent of(Type type, String call, Instant at) {
        return new CallEvent(type, call, at, "", "", false, "", "", "", "", "");
    }

    /** The same about an agent. */
    public CallEvent agent(String extension) {
        return new CallEvent(type, call, at, party, name, withheld, dialled, extension, queue, to, reason);
    }

    /** The same about a queue. */
    public CallEvent queue(String named) {
        return new CallEvent(type, call, at, party, name, withheld, dialled, agent, named, to, reason);
    }

    /** The same with its reason. */
    public CallEvent reason(String why) {
        return new CallEvent(type, call, at, party, name, withheld, dialled, agent, queue, to, why);
    }

    /** The same with who calls whom. */
    public CallEvent between(String citizen, String number) {
        return new CallEvent(type, call, at, citizen, name, withheld, number, agent, queue, to, reason);
    }

    /** What is wrong with it; empty when nothing is. */
    public Optional<String> wrong() {
        if (call.isBlank() || call.length() > 200) {
            return Optional.of("call: 1 to 200 characters");
        }
        boolean named = agent.matches("[A-Za-z0-9._]{1,40}");
        boolean needsAgent = switch (type) {
            case PLACED, RINGING, STOPPED, HELD, RESUMED, TRANSFERRED -> true;
            default -> false;
        };
        if (needsAgent && !named || !agent.isEmpty() && !named) {
            return Optional.of("agent: 1 to 40 letters, digits, dots or underscores");
        }
        boolean needsQueue = type == Type.QUEUED || type == Type.REFUSED;
        return needsQueue && queue.isBlank() ? Optional.of("queue: must be named") : Optional.empty();
    }
}
