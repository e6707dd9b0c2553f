package fr.aubette.ami;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import java.time.Instant;
import java.util.Map;

/**
 * The telephone conversation of one citizen that is over, as the blocks that tell it.
 *
 * @param system the exchange's {@code SystemName}; empty when it has none
 * @param callId linkedid of the citizen's channel; an opaque string, unique per exchange
 * @param startedAt the exchange's clock when it first saw the citizen's channel
 * @param position lowest position, given by the reader of the stream, of any of its blocks
 * @param bytes its blocks; each bears a {@code Timestamp}. A withheld number is not in them
 */
public record Conversation(String system, String callId, Instant startedAt, long position, byte[] bytes) {

    /** Media type of {@link #bytes}. */
    public static final String MEDIA_TYPE = "text/x-ami";
    /** Name of the fact of {@link #item} that says which channel of the blocks is the citizen's. */
    public static final String CALL_FACT = "call";

    /** What tells this conversation from all others of all exchanges. */
    public String reference() {
        return system.isEmpty() ? callId : system + "/" + callId;
    }

    /** The conversation as the intake takes it, from this source. */
    public RawItem item(String source) {
        return new RawItem(
                ChannelKind.PHONE,
                source,
                reference(),
                startedAt,
                MEDIA_TYPE,
                Map.of(CALL_FACT, callId),
                Content.of(bytes));
    }
}
