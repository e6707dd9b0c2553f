package fr.aubette.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one agent's screen shows of a call.
 *
 * @param number the citizen's, in E.164 form; empty when withheld or nobody's line
 * @param withheld whether the citizen withheld it
 * @param dialled the number that the citizen dialled; empty for a call of ours
 * @param queue that it waited in last
 * @param beganAt the exchange's clock at its beginning
 * @param caller who it may be; empty when the files could not be read
 * @param form what she writes of it; empty while it rings
 * @param before what colleagues wrote before they passed the call on
 */
public record Pop(
        CallKey call,
        State state,
        boolean outgoing,
        Optional<String> number,
        boolean withheld,
        String dialled,
        Optional<String> queue,
        Instant beganAt,
        Optional<Caller> caller,
        Optional<CallForm> form,
        List<CallForm> before) {

    /** Where a call is, for this agent. */
    public enum State {
        RINGING,
        TALKING,
        OVER
    }

    public Pop {
        before = List.copyOf(before);
    }
}
