package fr.aubette.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sorts blocks into conversations and hands over each citizen's when it is over.
 *
 * <p>The order of blocks does not matter within the grace. Linkedids that meet, by an attended transfer or a bridge,
 * are one conversation. What began inside is handed over when somebody outside was called; a consultation or a call
 * between agents is followed, never handed over. Memory is bounded: a conversation is released when handed over, and
 * one whose end is never told after the longest age.
 */
public final class Conversations {

    /** Identities of ended conversations kept to know a late block when it comes. */
    private static final int REMEMBERED = 50_000;

    private final Duration grace;
    private final Duration longest;
    private final Consumer<Conversation> over;
    private final Map<String, OpenCall> byId = new HashMap<>();
    private final Set<OpenCall> ended = new LinkedHashSet<>();
    private final Map<String, Boolean> past = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final QueueBoard board = new QueueBoard();
    private final Meetings meetings = new Meetings();
    private final WireClock clock = new WireClock(Instant.EPOCH);
    private final Restarts restarts = new Restarts();
    private Instant agedAt = Instant.MIN;

    /**
     * Follows an exchange.
     *
     * @param grace how long after the last channel's end late blocks are still waited for
     * @param longest silence after which a conversation without end is taken as over
     * @param over told each conversation that is over
     */
    public Conversations(Duration grace, Duration longest, Consumer<Conversation> over) {
        this.grace = grace;
        this.longest = longest;
        this.over = over;
    }

    /**
     * Takes one block.
     *
     * @param now when it was heard
     * @param position where the stream's reader found it; the lowest of a conversation is given back with it
     */
    public void accept(AmiBlock block, Instant now, long position) {
        clock.at(block);
        board.accept(block);
        restarts.toldBy(block, block.timestamp().orElse(now), clock).ifPresent(this::died);
        if (block.isBanner()) {
            doubtAll();
        } else if (block.event().equals("CoreShowChannelsComplete")) {
            open().forEach(call -> {
                call.endDoubted(now);
                sort(call);
            });
        } else if (!block.event().isEmpty()) {
            acceptEvent(block, now, position);
        }
        closeDue(now);
    }

    /** The link was lost: what goes on is not known until the exchange lists its channels. */
    public void doubtAll() {
        open().forEach(OpenCall::doubt);
    }

    private void died(Instant startup) {
        open().forEach(call -> call.endIfBegunBefore(startup));
        open().forEach(this::sort);
    }

    private void acceptEvent(AmiBlock block, Instant now, long position) {
        Set<String> ids = ids(block);
        if (ids.isEmpty()
                || ids.stream().anyMatch(past::containsKey) && ids.stream().noneMatch(byId::containsKey)) {
            return;
        }
        OpenCall call = callOf(ids, now);
        call.accept(block, now, position);
        remark(call, block, now);
        meetings.accept(block, call, block.timestamp().orElse(now), byId::get);
        consult(call, block);
        sort(call);
    }

    /** Keeps with the call what is known of the queue that it asks for. */
    private void remark(OpenCall call, AmiBlock block, Instant now) {
        String channel = block.channelId();
        if (!call.callers.containsKey(channel)) {
            return;
        }
        Instant when = block.timestamp().orElse(now);
        boolean asks = block.get("Application").equals("Queue")
                && (block.get("EventName").equals("APP_START") || block.event().equals("Newexten"));
        String queue = asks ? block.get("AppData").split(",", 2)[0].strip() : block.get("Queue");
        if (asks || block.event().equals("QueueCallerJoin")) {
            call.remark(Remark.queue(
                    channel, when, queue, board.waiting(queue, channel), board.served(queue), board.paused(queue)));
        } else if (block.event().equals("Newchannel") || block.event().equals("Hangup")) {
            board.leadsTo(call.dialled(channel))
                    .ifPresent(
                            first -> call.remark(Remark.leadsTo(channel, when, first, board.waiting(first, channel))));
        }
    }

    /** A call that an agent begins while on the telephone with a citizen may be about that citizen. */
    private void consult(OpenCall call, AmiBlock block) {
        if (block.event().equals("Newchannel")
                && block.channelId().equals(block.get("Linkedid"))
                && call.callers.isEmpty()) {
            String agent = Sides.extension(block.get("Channel"), block.get("CallerIDNum"));
            for (OpenCall other : open()) {
                if (other != call && !other.callers.isEmpty() && other.hasAlive(agent)) {
                    other.consult(call);
                }
            }
        }
    }

    private OpenCall callOf(Set<String> ids, Instant now) {
        List<OpenCall> met =
                ids.stream().filter(byId::containsKey).map(byId::get).distinct().toList();
        OpenCall call = met.isEmpty() ? new OpenCall(now) : met.get(0);
        for (OpenCall other : met.subList(Math.min(1, met.size()), met.size())) {
            call.join(other);
            ended.remove(other);
        }
        call.ids.addAll(ids);
        call.ids.forEach(id -> byId.put(id, call));
        return call;
    }

    private void sort(OpenCall call) {
        ended.remove(call);
        if (call.isOver()) {
            ended.add(call);
        }
    }

    /** Hands over what has been over for the grace, and what has been silent for the longest age. */
    public void closeDue(Instant now) {
        while (!ended.isEmpty()) {
            OpenCall first = ended.iterator().next();
            if (Duration.between(first.heardAt, now).compareTo(grace) < 0) {
                break;
            }
            close(first);
        }
        if (agedAt.equals(Instant.MIN) || Duration.between(agedAt, now).abs().compareTo(Duration.ofMinutes(1)) > 0) {
            agedAt = now;
            open().stream()
                    .filter(call -> Duration.between(call.heardAt, now).compareTo(longest) > 0)
                    .forEach(this::close);
        }
    }

    /** Hands over what has ended without waiting for late blocks: no more is coming from this stream. */
    public void closeEnded() {
        List.copyOf(ended).forEach(this::close);
    }

    /** What is open counts as heard of at this moment: the clock of a recording ends here, that of the wall begins. */
    public void startFrom(Instant now) {
        open().forEach(call -> call.heardAt = now);
        agedAt = now;
    }

    /** Hands over everything: the stream is over, and what has no end in it has none. */
    public void closeAll() {
        open().forEach(this::close);
    }

    /** Identities of the citizens' channels that are followed. */
    public Set<String> callers() {
        Set<String> callers = new LinkedHashSet<>();
        open().forEach(call -> callers.addAll(call.callers.keySet()));
        return callers;
    }

    /** How many conversations are followed. */
    public int size() {
        return open().size();
    }

    /**
     * The lowest position of what is not over; what lies before it is needed no more. Empty stream: the largest long.
     */
    public long lowestPosition() {
        return open().stream().mapToLong(OpenCall::position).min().orElse(Long.MAX_VALUE);
    }

    private Set<OpenCall> open() {
        return new LinkedHashSet<>(byId.values());
    }

    private void close(OpenCall call) {
        ended.remove(call);
        call.ids.forEach(id -> {
            byId.remove(id);
            past.put(id, true);
        });
        for (Map.Entry<String, OpenCall.Caller> who : List.copyOf(call.tellers().entrySet())) {
            over.accept(call.toldBy(who.getKey(), who.getValue()));
        }
    }

    private static Set<String> ids(AmiBlock block) {
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, String> field : block.fields().entrySet()) {
            String key = field.getKey().toLowerCase(Locale.ROOT);
            boolean names = key.endsWith("uniqueid") && !key.endsWith("bridgeuniqueid") || key.endsWith("linkedid");
            if (names && !field.getValue().isBlank()) {
                ids.add(field.getValue());
            }
        }
        return ids;
    }
}
