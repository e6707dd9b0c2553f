package fr.aubette.ami;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the listener knew of the exchange at a moment of a call, kept among the call's blocks in their own form so that
 * a call evaluated again gives the same answer. It holds nothing of other callers.
 */
final class Remark {

    static final String EVENT = "AubetteRemark";

    /** Added to blocks whose time is not the exchange's own. */
    static final String GUESSED = "AubetteGuessed";

    private Remark() {}

    /** How a queue was when the call asked for it. */
    static byte[] queue(String channel, Instant when, String queue, int waiting, boolean served, List<String> paused) {
        return block(
                channel,
                when,
                "Queue: " + queue,
                "Waiting: " + waiting,
                "Served: " + (served ? "1" : "0"),
                "Paused: " + paused.stream().sorted().collect(Collectors.joining(",")));
    }

    /** The queue to which the number dialled led other callers. */
    static byte[] leadsTo(String channel, Instant when, String queue, int waiting) {
        return block(channel, when, "LeadsTo: " + queue, "Waiting: " + waiting);
    }

    /** The exchange died while the call went on. */
    static byte[] died(String channel, Instant when) {
        return block(channel, when, "Died: 1");
    }

    /** Somebody of another conversation comes into the same conference. */
    static byte[] comes(AmiBlock other, Instant when, String bridge) {
        return moves("BridgeEnter", other, when, bridge);
    }

    /** And leaves it. */
    static byte[] goes(AmiBlock other, Instant when, String bridge) {
        return moves("BridgeLeave", other, when, bridge);
    }

    private static byte[] moves(String event, AmiBlock other, Instant when, String bridge) {
        String channel = other.get("Channel");
        boolean outside = Sides.outside(channel, other.get("Context"), other.get("CallerIDNum"));
        return block(
                event,
                other.channelId(),
                when,
                "Channel: " + channel,
                "Context: " + other.get("Context"),
                "CallerIDNum: " + (outside ? "" : other.get("CallerIDNum")),
                "BridgeUniqueid: " + bridge,
                "BridgeTechnology: softmix");
    }

    private static byte[] block(String channel, Instant when, String... lines) {
        return block(EVENT, channel, when, lines);
    }

    private static byte[] block(String event, String channel, Instant when, String... lines) {
        String text = "Event: " + event + "\r\nTimestamp: " + stamp(when) + "\r\nUniqueid: " + channel + "\r\n"
                + String.join("\r\n", lines) + "\r\n\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An instant as the exchange writes it. */
    static String stamp(Instant when) {
        return "%d.%06d".formatted(when.getEpochSecond(), when.getNano() / 1000);
    }
}
