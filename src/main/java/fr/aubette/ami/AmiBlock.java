package fr.aubette.ami;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One event, response or greeting of the manager protocol.
 *
 * <p>Keys are found whatever their case: Asterisk writes {@code Uniqueid} in most events and {@code UniqueID} in some.
 */
public final class AmiBlock {

    /** Highest plausible second of a {@code Timestamp}: the year 9999. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private final Map<String, String> fields;
    private final byte[] raw;

    AmiBlock(Map<String, String> fields, byte[] raw) {
        TreeMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        this.fields = Collections.unmodifiableMap(copy);
        this.raw = raw;
    }

    /** The event's name; empty for a response or a greeting. */
    public String event() {
        return get("Event");
    }

    /** True for the greeting that Asterisk sends at each new connection. */
    public boolean isBanner() {
        return fields.containsKey(AmiReader.BANNER_KEY);
    }

    /** The value of a key, without control characters; empty when absent or written {@code <unknown>}. */
    public String get(String key) {
        String value = fields.getOrDefault(key, "");
        return value.equals("<unknown>") ? "" : value;
    }

    /** All keys and values, as read. */
    public Map<String, String> fields() {
        return fields;
    }

    /** The channel's identity; its conversation's when Asterisk wrote none. */
    public String channelId() {
        String id = get("Uniqueid");
        return id.isEmpty() ? get("Linkedid") : id;
    }

    /** The bytes of the lines that were understood, each with its end, and the empty line that closes the block. */
    byte[] raw() {
        return raw;
    }

    /** The exchange's own clock at the event; empty when it does not write one ({@code timestampevents = no}). */
    public Optional<Instant> timestamp() {
        return seconds(get("Timestamp"));
    }

    static Optional<Instant> seconds(String text) {
        if (text.isEmpty() || text.length() > 20 || !text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(LAST_SECOND) > 0) {
            return Optional.empty();
        }
        long nanos = value.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        return Optional.of(Instant.ofEpochSecond(value.longValue(), nanos));
    }
}
