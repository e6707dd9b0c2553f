package fr.aubette.ami;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The blocks of one conversation while it goes on, and which of its channels are still there. */
final class OpenCall {

    /** Over this only the events that tell the outcome are kept: a call of many hours with every event on. */
    private static final int MOST_BYTES = 1 << 20;
    /** Over this nothing more is kept. */
    private static final int MOST_ESSENTIAL_BYTES = 4 << 20;

    private static final Set<String> NOISE = Set.of("RTCPSent", "RTCPReceived", "VarSet", "DTMFBegin", "DTMFEnd");
    private static final Set<String> NAMES_A_CHANNEL = Set.of(
            "Newchannel", "Newstate", "BridgeEnter", "QueueCallerJoin", "Status", "CoreShowChannel", "HangupRequest");
    private static final int MOST_CONSULTATIONS = 20;
    private static final Set<String> TELLS_WHO_CALLS =
            Set.of("Newchannel", "QueueCallerJoin", "Status", "CoreShowChannel");

    final Set<String> ids = new HashSet<>();
    /** Channels from outside that began a conversation, with the moment; more than one when two callers are joined. */
    final Map<String, Caller> callers = new LinkedHashMap<>();

    /** Channels inside that called somebody outside, while no citizen has called. */
    private final Map<String, Caller> placers = new LinkedHashMap<>();

    private final Map<String, String> numbers = new HashMap<>();
    private final Set<OpenCall> consultations = new LinkedHashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> alive = new HashSet<>();
    private final Set<String> unseen = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> doubted = new HashSet<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Instant> begun = new HashMap<>();
    private boolean withheld;
    private String system = "";
    private long position = Long.MAX_VALUE;
    Instant heardAt;
    private Instant lastEvent = Instant.EPOCH;

    OpenCall(Instant now) {
        heardAt = now;
    }

    void accept(AmiBlock block, Instant now, long at) {
        heardAt = now;
        position = Math.min(position, at);
        Instant when = block.timestamp().orElse(now);
        if (system.isEmpty()) {
            system = block.get("SystemName");
        }
        lastEvent = when;
        follow(block, when);
        withheld |= Withheld.isSaidBy(block);
        keep(block, when);
    }

    private void follow(AmiBlock block, Instant when) {
        String channel = block.channelId();
        if (block.event().equals("Hangup")) {
            alive.remove(channel);
            gone.add(channel);
            if (!block.get(CallBlocks.ALL).isEmpty()) {
                gone.addAll(alive);
                alive.clear();
            }
        } else if (NAMES_A_CHANNEL.contains(block.event()) && !gone.contains(channel)) {
            alive.add(channel);
            doubted.remove(channel);
            names.put(channel, Sides.extension(block.get("Channel"), block.get("CallerIDNum")));
        }
        if (TELLS_WHO_CALLS.contains(block.event())
                && channel.equals(block.get("Linkedid"))
                && Sides.outside(block.get("Channel"), block.get("Context"), block.get("CallerIDNum"))) {
            callers.putIfAbsent(channel, new Caller(when, block.get("CallerIDNum"), block.get("CallerIDName")));
            numbers.putIfAbsent(channel, block.get("Exten"));
        }
        followPlaced(block, when);
    }

    private void followPlaced(AmiBlock block, Instant when) {
        String channel = block.channelId();
        boolean failed = block.event().equals("OriginateResponse")
                && block.get("Response").equals("Failure")
                && block.get("Exten").matches("\\+?\\d{7,}");
        boolean calls = block.event().equals("DialBegin")
                && !block.get("Channel").isEmpty()
                && Sides.outside(block.get("DestChannel"), block.get("DestContext"), block.get("DestCallerIDNum"));
        if (failed || calls) {
            String root = calls ? block.get("Linkedid") : channel;
            placers.putIfAbsent(root.isEmpty() ? channel : root, new Caller(begun.getOrDefault(root, when), "", ""));
        } else if (block.event().equals("Newchannel")) {
            begun.putIfAbsent(channel, when);
        }
    }

    /** Who began what is told of it: citizens, or an agent who called one. */
    Map<String, Caller> tellers() {
        return callers.isEmpty() ? placers : callers;
    }

    /** The number that a citizen dialled, as the exchange wrote it. */
    String dialled(String channel) {
        return numbers.getOrDefault(channel, "");
    }

    /** True when this extension's telephone takes part. */
    boolean hasAlive(String extension) {
        return alive.stream().anyMatch(channel -> extension.equals(names.get(channel)));
    }

    /** An agent asks somebody for advice in another call; if it is passed on there, both become one. */
    void consult(OpenCall other) {
        if (consultations.size() < MOST_CONSULTATIONS) {
            consultations.add(other);
        }
    }

    void remark(byte[] remark) {
        if (bytes.size() + remark.length < MOST_ESSENTIAL_BYTES) {
            bytes.writeBytes(remark);
        }
    }

    private void keep(AmiBlock block, Instant when) {
        int most = CallFold.reads(block.event()) ? MOST_ESSENTIAL_BYTES : MOST_BYTES;
        if (NOISE.contains(block.event()) || bytes.size() + block.raw().length > most) {
            return;
        }
        byte[] raw = block.raw();
        if (block.timestamp().isPresent()) {
            bytes.writeBytes(raw);
        } else {
            bytes.write(raw, 0, raw.length - 2);
            String stamp = "Timestamp: " + Remark.stamp(when) + "\r\n" + Remark.GUESSED + ": 1\r\n\r\n";
            bytes.writeBytes(stamp.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void join(OpenCall other) {
        ids.addAll(other.ids);
        other.callers.forEach(callers::putIfAbsent);
        other.placers.forEach(placers::putIfAbsent);
        other.begun.forEach(begun::putIfAbsent);
        numbers.putAll(other.numbers);
        names.putAll(other.names);
        unseen.addAll(other.unseen);
        consultations.addAll(other.consultations);
        consultations.remove(other);
        consultations.remove(this);
        gone.addAll(other.gone);
        alive.addAll(other.alive);
        alive.removeAll(gone);
        doubted.addAll(other.doubted);
        withheld |= other.withheld;
        position = Math.min(position, other.position);
        system = system.isEmpty() ? other.system : system;
        bytes.writeBytes(other.bytes.toByteArray());
    }

    boolean isOver() {
        return alive.isEmpty() && !gone.isEmpty();
    }

    /** The link was lost: nothing is known of its channels until they are heard of again. */
    void doubt() {
        doubted.addAll(alive);
    }

    /** The exchange has listed all its channels: those still doubted hung up while nobody listened. */
    void endDoubted(Instant now) {
        Set<String> ended = new HashSet<>(doubted);
        ended.retainAll(alive);
        if (alive.removeAll(ended)) {
            gone.addAll(ended);
            unseen.addAll(ended);
            heardAt = now;
        }
        doubted.clear();
    }

    /** The exchange has started anew: of what went on before nothing is left, and no end will be told. */
    void endIfBegunBefore(Instant startup) {
        Set<String> dead = new HashSet<>(doubted);
        dead.retainAll(alive);
        dead.addAll(unseen);
        dead.removeIf(channel -> !begun.getOrDefault(channel, Instant.MAX).isBefore(startup)
                && !startedAt(channel).isBefore(startup));
        for (String channel : dead) {
            alive.remove(channel);
            gone.add(channel);
            if (tellers().containsKey(channel)) {
                remark(Remark.died(channel, lastEvent));
            }
        }
        doubted.removeAll(dead);
        unseen.removeAll(dead);
    }

    private Instant startedAt(String channel) {
        Caller caller = callers.get(channel);
        return caller == null ? Instant.MAX : caller.since();
    }

    long position() {
        return position;
    }

    Conversation toldBy(String callId, Caller caller) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        consultations.stream()
                .filter(other -> other != this && other.callers.isEmpty())
                .forEach(other -> all.writeBytes(other.bytes.toByteArray()));
        byte[] told = withheld || Withheld.isName(caller.name())
                ? Withheld.removed(all.toByteArray(), caller.number(), caller.name())
                : all.toByteArray();
        return new Conversation(system, callId, caller.since(), position, told);
    }

    /**
     * Who began the conversation.
     *
     * @param since when, by the exchange's clock
     */
    record Caller(Instant since, String number, String name) {}
}
