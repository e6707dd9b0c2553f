package fr.aubette.ami;

import fr.aubette.model.Phone;
import fr.aubette.model.Phone.Course;
import fr.aubette.model.Phone.EndedBy;
import fr.aubette.model.Phone.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that an agent placed, or had placed by the exchange (click-to-call: the agent's telephone rings first). */
final class PlacedCall {

    private static final Set<String> BUSY = Set.of("BUSY", "CONGESTION", "DONTCALL", "TORTURE");

    private final String root;
    private final Legs legs = new Legs();
    private @Nullable Instant start;
    private @Nullable Instant dialled;
    private @Nullable Instant answer;
    private @Nullable Instant end;
    private Instant last = Instant.EPOCH;
    private @Nullable String citizen;
    private String called = "";
    private String shown = "";
    private Outcome failure = Outcome.NO_ANSWER;
    private @Nullable EndedBy hungUpBy;
    private boolean failed;
    private boolean died;

    PlacedCall(String root) {
        this.root = root;
    }

    Optional<Phone> fold(List<AmiBlock> events, Instant fallback) {
        for (AmiBlock block : events) {
            Instant when = block.timestamp().orElse(fallback);
            last = when;
            legs.learn(block);
            take(block, when);
        }
        return start == null || citizen == null && !failed ? Optional.empty() : Optional.of(told(start));
    }

    private void take(AmiBlock block, Instant when) {
        boolean began = block.channelId().equals(root);
        switch (block.event()) {
            case "Newchannel", "Status", "CoreShowChannel" -> start = start == null && began ? when : start;
            case "OriginateResponse" -> responds(block);
            case "DialBegin" -> dials(block, when);
            case "DialEnd" -> dialEnds(block);
            case "BridgeEnter" -> enters(block, when);
            case "HangupRequest" -> asksToHangUp(block);
            case "CEL", "Cdr" -> endsNoEarlier(block, when, began);
            case Remark.EVENT -> died |= block.get("Died").equals("1");
            case "Hangup" -> end = end == null && (began || block.channelId().equals(citizen)) ? when : end;
            default -> {
                // nothing to tell
            }
        }
    }

    /** Where the exchange writes no time, that of a hang-up is known only from the record which follows it. */
    private void endsNoEarlier(AmiBlock block, Instant when, boolean began) {
        boolean ends = Set.of("", "HANGUP", "CHAN_END").contains(block.get("EventName"));
        if (began
                && ends
                && end != null
                && when.isAfter(end)
                && !block.get(Remark.GUESSED).isEmpty()) {
            end = when;
        }
    }

    /** The agent's telephone did not answer: the citizen was never called. */
    private void responds(AmiBlock block) {
        if (block.get("Response").equals("Failure") && block.channelId().equals(root)) {
            failed = true;
            called = called.isEmpty() ? block.get("Exten") : called;
        }
    }

    private void dials(AmiBlock block, Instant when) {
        String id = block.get("DestUniqueid");
        if (citizen == null && !block.get("Channel").isEmpty() && legs.of(id).outside()) {
            citizen = id;
            dialled = when;
            called = block.get("DestCallerIDNum").isEmpty() ? block.get("Exten") : block.get("DestCallerIDNum");
            shown = block.get("CallerIDNum");
        }
    }

    private void dialEnds(AmiBlock block) {
        if (block.get("DestUniqueid").equals(citizen) && BUSY.contains(block.get("DialStatus"))) {
            failure = Outcome.BUSY;
        }
    }

    private void enters(AmiBlock block, Instant when) {
        legs.enter(block.get("BridgeUniqueid"), block.channelId());
        String other = citizen;
        if (answer == null && other != null && !legs.partners(other).isEmpty()) {
            answer = when;
        }
    }

    private void asksToHangUp(AmiBlock block) {
        if (hungUpBy == null) {
            hungUpBy = block.channelId().equals(citizen) ? EndedBy.CALLER : EndedBy.AGENT;
        }
    }

    private Phone told(Instant from) {
        Instant until = end == null ? last : end;
        Instant waitFrom = dialled == null ? from : dialled;
        String agent = legs.of(root).party();
        return new Phone(
                root,
                Phone.Direction.OUTGOING,
                Optional.of(called).filter(number -> !number.isBlank()),
                shown.equals(agent) ? "" : Numbers.national(shown),
                List.of(),
                List.of(agent),
                answer == null ? Optional.empty() : Optional.of(agent),
                outcome(),
                CallFold.between(waitFrom, answer == null ? until : answer),
                answer == null ? Duration.ZERO : CallFold.between(answer, until),
                CallFold.between(from, until),
                end == null || died ? EndedBy.UNSEEN : hungUpBy == null ? EndedBy.EXCHANGE : hungUpBy,
                Course.PLAIN);
    }

    private Outcome outcome() {
        if (died) {
            return Outcome.LOST_PBX_FAILURE;
        }
        if (answer != null) {
            return Outcome.ANSWERED;
        }
        return citizen == null ? Outcome.AGENT_NO_ANSWER : failure;
    }
}
