package fr.aubette.ami;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which conference. Its members keep conversations of their own, that do not end with each other's: each is
 * told when the others come and go, and of somebody outside no number.
 */
final class Meetings {

    private static final int MOST_ROOMS = 1_000;

    /** By bridge, the channels in it, each with the remark that tells of its coming. */
    private final Map<String, Map<String, byte[]>> rooms = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, byte[]>> eldest) {
            return size() > MOST_ROOMS;
        }
    };

    /**
     * Takes one block of a conversation.
     *
     * @param calls by channel, the conversations that are followed
     */
    void accept(AmiBlock block, OpenCall call, Instant when, Function<String, @Nullable OpenCall> calls) {
        String bridge = block.get("BridgeUniqueid");
        switch (block.event()) {
            case "BridgeEnter" -> {
                if (block.get("BridgeTechnology").startsWith("softmix")) {
                    enters(bridge, block, call, when, calls);
                }
            }
            case "Status" -> {
                if (rooms.containsKey(block.get("BridgeID"))) {
                    enters(block.get("BridgeID"), block, call, when, calls);
                }
            }
            case "BridgeLeave" -> leaves(bridge, block, call, when, calls);
            default -> {
                // nobody comes or goes
            }
        }
    }

    private void enters(
            String bridge, AmiBlock block, OpenCall call, Instant when, Function<String, @Nullable OpenCall> calls) {
        Map<String, byte[]> room = rooms.computeIfAbsent(bridge, any -> new LinkedHashMap<>());
        byte[] remark = Remark.comes(block, when, bridge);
        if (!room.containsKey(block.channelId())) {
            room.forEach((channel, came) -> {
                if (tell(calls.apply(channel), call, remark)) {
                    call.remark(came);
                }
            });
            room.put(block.channelId(), remark);
        }
    }

    private void leaves(
            String bridge, AmiBlock block, OpenCall call, Instant when, Function<String, @Nullable OpenCall> calls) {
        Map<String, byte[]> room = rooms.get(bridge);
        if (room != null && room.remove(block.channelId()) != null) {
            byte[] remark = Remark.goes(block, when, bridge);
            room.keySet().forEach(channel -> tell(calls.apply(channel), call, remark));
            if (room.isEmpty()) {
                rooms.remove(bridge);
            }
        }
    }

    private static boolean tell(@Nullable OpenCall other, OpenCall call, byte[] remark) {
        if (other == null || other == call) {
            return false;
        }
        other.remark(remark);
        return true;
    }
}
