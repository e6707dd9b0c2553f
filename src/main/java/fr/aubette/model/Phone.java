package fr.aubette.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A telephone conversation that has ended, whatever number of channels and transfers it took.
 *
 * @param callId the exchange's own identity of the conversation (Asterisk: linkedid); opaque, unique per exchange
 * @param direction who placed it
 * @param caller the citizen's number as the exchange gave it; empty when withheld or absent
 * @param dialled the number that the citizen dialled, or that we show to the citizen whom we call; a French one in its
 *     national form, {@code 0147293000}
 * @param queues the queues that the call waited in, in order; a queue that refused it is named too
 * @param agentsRung extensions whose phone really rang, in order
 * @param answeredBy extension of the agent who spoke first with the citizen
 * @param outcome what became of it
 * @param waiting from the exchange's picking up to the first word of an agent, or to the end when there was none
 * @param talking from the first word of an agent to the end
 * @param total from the first ring to the hang-up
 * @param endedBy who hung up first
 * @param course what happened within it
 */
public record Phone(
        String callId,
        Direction direction,
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
        Course course)
        implements Channel {

    /** Who placed a call. */
    public enum Direction {
        INCOMING,
        OUTGOING
    }

    /** What became of a call. */
    public enum Outcome {
        /** Somebody spoke with the citizen. */
        ANSWERED,
        /** The citizen gave up waiting. */
        ABANDONED,
        /** Nobody came and the citizen left a message. */
        VOICEMAIL,
        /** Nobody answered in time, or the citizen hung up in the voicemail's greeting. */
        NO_ANSWER,
        /** The telephone called was busy, or refused. */
        BUSY,
        /** A queue let nobody in: full. */
        REJECTED_FULL,
        /** A queue let nobody in: nobody there to serve it. */
        REJECTED_EMPTY,
        /** A queue let nobody in, and the exchange does not say why. */
        REJECTED,
        /** An agent passed the call on, and nobody answered there. */
        LOST_ON_TRANSFER,
        /** The exchange died during the call. */
        LOST_PBX_FAILURE,
        /** Of a call of ours: the agent who placed it did not pick up. */
        AGENT_NO_ANSWER
    }

    /** Who hung up first. */
    public enum EndedBy {
        /** The citizen. */
        CALLER,
        AGENT,
        EXCHANGE,
        /** Nobody saw the end: the link or the exchange failed. */
        UNSEEN
    }

    /**
     * What happened within a call.
     *
     * @param name the caller's name as the exchange gives it
     * @param withheld true when the citizen withheld the number; then neither number nor name is known here
     * @param dialledAs the number dialled as the operator wrote it
     * @param refusedBy those of the queues that let the call not in
     * @param paused extensions of the queues' members who were paused when it began to wait there
     * @param holds times on hold, in order
     * @param transfers in order
     * @param consulted extensions that an agent asked for advice while the citizen was on hold, and did not pass it to
     * @param consultations the exchange's identities of the calls in which that was done, or a transfer announced
     * @param message what was left on the voicemail
     */
    public record Course(
            Optional<String> name,
            boolean withheld,
            String dialledAs,
            List<String> refusedBy,
            List<String> paused,
            List<Hold> holds,
            List<Transfer> transfers,
            List<String> consulted,
            List<String> consultations,
            Optional<Message> message) {

        /** Nothing of note. */
        public static final Course PLAIN = new Course(
                Optional.empty(),
                false,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());

        public Course {
            refusedBy = List.copyOf(refusedBy);
            paused = List.copyOf(paused);
            holds = List.copyOf(holds);
            transfers = List.copyOf(transfers);
            consulted = List.copyOf(consulted);
            consultations = List.copyOf(consultations);
        }
    }

    /** A time on hold; {@code by} is the agent's extension. */
    public record Hold(String by, Duration lasted) {}

    /**
     * A call passed on.
     *
     * @param announced true when the agent spoke with the other first (attended), false when not (blind)
     * @param by the agent's extension
     * @param to an extension, a number, or a queue's name
     * @param queue true when {@code to} is a queue
     * @param answeredBy who took it; empty when nobody did
     */
    public record Transfer(boolean announced, String by, String to, boolean queue, Optional<String> answeredBy) {}

    /**
     * A message left on the voicemail.
     *
     * @param mailbox its number
     * @param messages not yet listened to in that mailbox, this one included
     * @param lasted empty when the exchange does not tell
     */
    public record Message(String mailbox, int messages, Optional<Duration> lasted) {}

    /** A call of which nothing more is known. */
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
                Direction.INCOMING,
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
                Course.PLAIN);
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

    /** True when somebody should call back: the citizen wanted to speak and nobody did, or no longer could. */
    public boolean callBack() {
        return direction == Direction.INCOMING && outcome != Outcome.ANSWERED;
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
