package fr.aubette.ami;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private static final Set<String> TELLS_WHO_CALLS =
            Set.of("Newchannel", "QueueCallerJoin", "Status", "CoreShowChannel");

    final Set<String> ids = new HashSet<>();
    /** Channels from outside that began a conversation, with the moment; more than one when two callers are joined. */
    final Map<String, Caller> callers = new LinkedHashMap<>();

    private final Set<String> alive = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> doubted = new HashSet<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean withheld;
    private String system = "";
    private long position = Long.MAX_VALUE;
    Instant heardAt;

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
        follow(block, when);
        withheld |= Withheld.isSaidBy(block);
        keep(block, when);
    }

    private void follow(AmiBlock block, Instant when) {
        String channel = block.channelId();
        if (block.event().equals("Hangup")) {
            alive.remove(channel);
            gone.add(channel);
        } else if (NAMES_A_CHANNEL.contains(block.event()) && !gone.contains(channel)) {
            alive.add(channel);
            doubted.remove(channel);
        }
        if (TELLS_WHO_CALLS.contains(block.event())
                && channel.equals(block.get("Linkedid"))
                && Sides.outside(block.get("Channel"), block.get("Context"), block.get("CallerIDNum"))) {
            callers.putIfAbsent(channel, new Caller(when, block.get("CallerIDNum"), block.get("CallerIDName")));
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
            String stamp = "Timestamp: %d.%06d\r\n\r\n".formatted(when.getEpochSecond(), when.getNano() / 1000);
            bytes.writeBytes(stamp.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void join(OpenCall other) {
        ids.addAll(other.ids);
        other.callers.forEach(callers::putIfAbsent);
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
        if (alive.removeAll(doubted)) {
            gone.addAll(doubted);
            heardAt = now;
        }
        doubted.clear();
    }

    long position() {
        return position;
    }

    Conversation toldBy(String callId, Caller caller) {
        byte[] told = withheld || Withheld.isName(caller.name())
                ? Withheld.removed(bytes.toByteArray(), caller.number(), caller.name())
                : bytes.toByteArray();
        return new Conversation(system, callId, caller.since(), position, told);
    }

    /**
     * Who began the conversation.
     *
     * @param since when, by the exchange's clock
     */
    record Caller(Instant since, String number, String name) {}
}
