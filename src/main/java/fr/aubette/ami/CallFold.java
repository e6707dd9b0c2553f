package fr.aubette.ami;

import fr.aubette.model.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of one call from the blocks of its conversation, read in the order of the exchange's own clock.
 *
 * <p>Neither the state of channels nor the call records decide: Asterisk answers a call to play a message. A call is
 * answered when the citizen's channel shares a bridge with somebody, abandoned when the citizen hung up before anything
 * had given up on the call.
 */
public final class CallFold {

    private static final Set<String> READ = Set.of(
            "Newchannel",
            "Newstate",
            "NewCallerid",
            "Hangup",
            "HangupRequest",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "QueueEntry",
            "DialBegin",
            "DialState",
            "DialEnd",
            "AgentCalled",
            "AgentConnect",
            "BridgeEnter",
            "BridgeLeave",
            "Hold",
            "Unhold",
            "BlindTransfer",
            "AttendedTransfer",
            "MessageWaiting",
            "OriginateResponse",
            "UserEvent",
            "Newexten",
            "Status",
            "CoreShowChannel",
            Remark.EVENT,
            "Cdr",
            "CEL");

    private CallFold() {}

    /** True for the events that decide something. */
    static boolean reads(String event) {
        return READ.contains(event);
    }

    /**
     * The call that these blocks tell.
     *
     * @param callId the channel that began it; null for the first one from outside in the blocks
     * @param fallback when it was received, for blocks without a time of their own
     * @return empty if no citizen takes part
     */
    public static Optional<Phone> of(byte[] blocks, @Nullable String callId, Instant fallback) {
        List<AmiBlock> events = events(blocks, fallback);
        return Optional.ofNullable(callId)
                .or(() -> firstCaller(events))
                .flatMap(root -> begunInside(events, root)
                        ? new PlacedCall(root).fold(events, fallback)
                        : new ReceivedCall(root).fold(events, fallback));
    }

    /** In their order, each once: a log may be delivered twice. */
    private static List<AmiBlock> events(byte[] blocks, Instant fallback) {
        List<AmiBlock> events = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        AmiReader reader = new AmiReader(block -> {
            if (reads(block.event()) && seen.add(Arrays.hashCode(block.raw()))) {
                events.add(block);
            }
        });
        reader.read(blocks, 0, blocks.length);
        events.sort(Comparator.comparing(block -> block.timestamp().orElse(fallback)));
        return events;
    }

    private static Optional<String> firstCaller(List<AmiBlock> events) {
        return events.stream()
                .filter(block -> block.event().equals("Newchannel"))
                .filter(block -> block.channelId().equals(block.get("Linkedid")))
                .filter(CallFold::outside)
                .map(AmiBlock::channelId)
                .findFirst();
    }

    private static boolean begunInside(List<AmiBlock> events, String root) {
        return events.stream()
                .filter(block ->
                        block.channelId().equals(root) && block.get("Channel").contains("/"))
                .findFirst()
                .map(block -> !outside(block))
                .orElse(false);
    }

    private static boolean outside(AmiBlock block) {
        return Sides.outside(block.get("Channel"), block.get("Context"), block.get("CallerIDNum"));
    }

    static Duration between(Instant from, Instant until) {
        return from.isAfter(until) ? Duration.ZERO : Duration.between(from, until);
    }
}
