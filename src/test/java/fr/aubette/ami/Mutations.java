package fr.aubette.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the wire does to a recording that must not change what it tells. */
final class Mutations {

    private static final Pattern LOGIN =
            Pattern.compile("^Asterisk Call Manager/.*?\\r\\n(Response: .*?\\r\\n\\r\\n)?", Pattern.DOTALL);

    private Mutations() {}

    static List<String> blocks(byte[] recording) {
        return List.of(text(recording).split("(?<=\r\n\r\n)"));
    }

    private static String text(byte[] recording) {
        return new String(recording, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Neighbours less than 2 ms apart on different channels change places, each pair with even chances. */
    static byte[] swapped(byte[] recording, long seed) {
        List<String> blocks = new ArrayList<>(blocks(recording));
        Random random = new Random(seed);
        for (int i = 1; i < blocks.size(); i++) {
            String one = blocks.get(i - 1);
            String other = blocks.get(i);
            double apart = Math.abs(seconds(one) - seconds(other));
            if (apart < 0.002 && !channel(one).equals(channel(other)) && random.nextBoolean()) {
                blocks.set(i - 1, other);
                blocks.set(i, one);
            }
        }
        return bytes(String.join("", blocks));
    }

    static byte[] withoutRecords(byte[] recording) {
        List<String> kept = new ArrayList<>(blocks(recording));
        kept.removeIf(block -> block.startsWith("Event: CEL\r\n"));
        return bytes(String.join("", kept));
    }

    static byte[] withoutTimestamps(byte[] recording) {
        return bytes(text(recording).replaceAll("Timestamp: [^\r]*\r\n", ""));
    }

    static byte[] twice(byte[] recording) {
        return bytes(text(recording) + text(recording));
    }

    /**
     * Cut off after this many bytes; then a login, what the exchange lists, and the block cut off with all the rest.
     */
    static byte[] cutAt(byte[] recording, int at) {
        String whole = text(recording);
        String login = login(whole);
        String before = whole.substring(0, at);
        int lastWhole = before.lastIndexOf("\r\n\r\n");
        int rest = Math.max(login.length(), lastWhole < 0 ? 0 : lastWhole + 4);
        String seen = whole.substring(0, Math.min(rest, whole.length()));
        return bytes(before + login + snapshot(blocks(bytes(seen))) + whole.substring(rest));
    }

    private static String login(String whole) {
        Matcher login = LOGIN.matcher(whole);
        return login.find() ? login.group() : "";
    }

    /** The lists that the exchange would give after these blocks. */
    static String snapshot(List<String> seen) {
        Map<String, Map<String, String>> alive = new LinkedHashMap<>();
        Map<String, String> bridges = new LinkedHashMap<>();
        Map<String, String> queued = new LinkedHashMap<>();
        for (String block : seen) {
            Map<String, String> fields = fields(block);
            String id = fields.getOrDefault("Uniqueid", "");
            switch (fields.getOrDefault("Event", "")) {
                case "Newchannel" -> alive.put(id, fields);
                case "Newstate" -> alive.computeIfPresent(id, (any, former) -> later(former, fields));
                case "BridgeEnter" -> bridges.put(id, fields.get("BridgeUniqueid"));
                case "BridgeLeave" -> bridges.remove(id);
                case "QueueCallerJoin" -> queued.put(id, fields.get("Queue"));
                case "QueueCallerLeave" -> queued.remove(id);
                case "Hangup" -> alive.remove(id);
                default -> {
                    // changes no list
                }
            }
        }
        StringBuilder lists = new StringBuilder("Response: Success\r\nEventList: start\r\n\r\n");
        alive.forEach((id, fields) -> lists.append("Event: Status\r\n")
                .append(listed(fields))
                .append("BridgeID: ")
                .append(bridges.getOrDefault(id, ""))
                .append("\r\n\r\n"));
        lists.append("Event: StatusComplete\r\nItems: 1\r\n\r\n");
        queued.forEach((id, queue) -> {
            if (alive.containsKey(id)) {
                lists.append("Event: QueueEntry\r\nQueue: ")
                        .append(queue)
                        .append("\r\n")
                        .append("Uniqueid: ")
                        .append(id);
                lists.append("\r\n\r\n");
            }
        });
        lists.append("Event: QueueStatusComplete\r\n\r\n");
        alive.forEach((id, fields) -> lists.append("Event: CoreShowChannel\r\n")
                .append(listed(fields))
                .append("BridgeId: ")
                .append(bridges.getOrDefault(id, ""))
                .append("\r\n\r\n"));
        return lists.append("Event: CoreShowChannelsComplete\r\nListItems: 1\r\n\r\n")
                .toString();
    }

    private static Map<String, String> later(Map<String, String> former, Map<String, String> fields) {
        Map<String, String> merged = new LinkedHashMap<>(former);
        merged.putAll(fields);
        return merged;
    }

    private static String listed(Map<String, String> fields) {
        StringBuilder lines = new StringBuilder();
        fields.forEach((key, value) -> {
            if (!key.equals("Event") && !key.equals("Timestamp") && !key.equals("Privilege")) {
                lines.append(key).append(": ").append(value).append("\r\n");
            }
        });
        return lines.toString();
    }

    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : block.split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return fields;
    }

    private static double seconds(String block) {
        return Double.parseDouble(fields(block).getOrDefault("Timestamp", "0"));
    }

    private static String channel(String block) {
        Map<String, String> fields = fields(block);
        return fields.getOrDefault("Uniqueid", fields.getOrDefault("UniqueID", block));
    }
}
