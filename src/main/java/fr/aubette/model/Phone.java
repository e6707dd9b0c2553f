package fr.aubette.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A telephone conversation that has ended, whatever number of channels and transfers it took.
 *
 * @param callId the exchange's own identity of the conversation (Asterisk: linkedid); opaque, unique per exchange
 * @param caller the number shown to us as the exchange gave it; empty when withheld or absent
 * @param dialled the number that the citizen dialled, as the exchange gave it
 * @param queues the queues that the call waited in, in order; a queue that refused it for being full is named too
 * @param agentsRung extensions whose phone really rang, in order
 * @param answeredBy extension of the agent who spoke first with the citizen
 * @param outcome what became of it
 * @param waiting from the first ring to the first word of an agent, or to the end when there was none
 * @param talking time in conversation with agents
 * @param total from the first ring to the hang-up
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
        Duration total)
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

    public Phone {
        queues = List.copyOf(queues);
        agentsRung = List.copyOf(agentsRung);
        for (Duration each : List.of(waiting, talking, total)) {
            if (each.isNegative()) {
                throw new IllegalArgumentException("a duration of call " + callId + " is negative: " + each);
            }
        }
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
