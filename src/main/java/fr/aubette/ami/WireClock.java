package fr.aubette.ami;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchange's clock as its blocks show it. Where they bear no {@code Timestamp} it is guessed to the second, from
 * the identities of new channels, the times in records and the durations in queue events; it then never goes back.
 */
public final class WireClock {

    private static final Pattern CHANNEL_ID = Pattern.compile("(?:.*-)?(\\d{9,11})\\.\\d+");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST_REMEMBERED = 5000;
    /** A hint further ahead than this is none. */
    private static final Duration FURTHEST = Duration.ofDays(30);
    /** Before this a number of seconds is no moment of a call: the exchange writes 0 for never. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Map<String, Instant> began = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private Instant now;
    private boolean known;
    private Optional<Long> offset = Optional.empty();

    /**
     * A clock that has seen nothing yet.
     *
     * @param fallback its time until it has
     */
    public WireClock(Instant fallback) {
        now = fallback;
    }

    /** The time of this block. */
    public Instant at(AmiBlock block) {
        learnOffset(block);
        Optional<Instant> stamp = block.timestamp();
        if (stamp.isPresent()) {
            now = stamp.get();
            known = true;
        } else {
            hint(block).ifPresent(this::goOn);
            remember(block);
        }
        return now;
    }

    /**
     * A time that the exchange wrote in its own zone, {@code 2026-11-22 00:03:07}; empty while the zone is not known.
     */
    public Optional<Instant> local(String text) {
        return offset.flatMap(seconds -> written(text).map(time -> time.minusSeconds(seconds)));
    }

    private void goOn(Instant hint) {
        boolean near = Duration.between(now, hint).compareTo(FURTHEST) < 0;
        if (hint.isAfter(EARLIEST) && (!known || hint.isAfter(now) && near)) {
            now = hint;
            known = true;
        }
    }

    private Optional<Instant> hint(AmiBlock block) {
        return switch (block.event()) {
            case "Newchannel" -> born(block.channelId());
            case "CEL" -> local(block.get("EventTime"));
            case "Cdr" -> local(block.get("EndTime"));
            case "QueueMemberStatus", "QueueMemberPause" ->
                later(AmiBlock.seconds(block.get("LastCall")), AmiBlock.seconds(block.get("LastPause")));
            case "AgentConnect" ->
                later(
                        after("join " + block.channelId(), block.get("HoldTime"), 1),
                        after("ring " + block.get("DestUniqueid"), block.get("RingTime"), 1));
            case "AgentComplete" -> after("talk " + block.channelId(), block.get("TalkTime"), 1);
            case "QueueCallerAbandon" -> after("join " + block.channelId(), block.get("HoldTime"), 1);
            case "AgentRingNoAnswer" -> after("ring " + block.get("DestUniqueid"), block.get("RingTime"), 1000);
            default -> Optional.empty();
        };
    }

    private void remember(AmiBlock block) {
        switch (block.event()) {
            case "QueueCallerJoin" -> began.put("join " + block.channelId(), now);
            case "AgentCalled" -> began.put("ring " + block.get("DestUniqueid"), now);
            case "AgentConnect" -> began.put("talk " + block.channelId(), now);
            default -> {
                // nothing that lasts
            }
        }
    }

    private Optional<Instant> after(String what, String lasted, int perSecond) {
        Instant since = began.get(what);
        return since == null || !lasted.matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of(since.plusSeconds(Long.parseLong(lasted) / perSecond));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
    }

    private static Optional<Instant> born(String channel) {
        Matcher id = CHANNEL_ID.matcher(channel);
        return id.matches() ? AmiBlock.seconds(id.group(1)) : Optional.empty();
    }

    private void learnOffset(AmiBlock block) {
        if (block.event().equals("CEL") && block.get("EventName").equals("CHAN_START")) {
            learnOffset(block, block.get("EventTime"));
        } else if (block.event().equals("Cdr") && offset.isEmpty()) {
            learnOffset(block, block.get("StartTime"));
        }
    }

    /** Zones lie a multiple of a quarter of an hour apart. */
    private void learnOffset(AmiBlock block, String text) {
        Optional<Instant> born = born(block.channelId());
        Optional<Instant> written = written(text);
        if (born.isPresent() && written.isPresent()) {
            long seconds = Duration.between(born.get(), written.get()).toSeconds();
            offset = Optional.of(Math.round(seconds / 900.0) * 900);
        }
    }

    private static Optional<Instant> written(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text, LOCAL).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
