package fr.aubette.ami;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The channels of a conversation, and who speaks with whom. */
final class Legs {

    /** {@code 0199001250@trunk}, {@code trunk/0199001250}. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?(\\+?[0-9*#]{3,20})(?:@.*)?");

    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final Map<String, Set<String>> bridges = new LinkedHashMap<>();

    /**
     * One channel.
     *
     * @param channel its name, {@code PJSIP/101-0000002a}
     * @param party extension of an agent's telephone, number of anybody else
     * @param outside true for somebody outside
     */
    record Leg(String channel, String party, boolean outside) {

        boolean local() {
            return channel.startsWith("Local/");
        }
    }

    private static final Leg NOBODY = new Leg("", "", false);

    /** Learns who is behind the channels that a block names. */
    void learn(AmiBlock block) {
        learn(block.channelId(), block, "");
        learn(block.get("DestUniqueid"), block, "Dest");
        if (block.event().equals("AgentCalled") || block.event().equals("AgentConnect")) {
            legs.computeIfPresent(block.get("DestUniqueid"), (id, leg) -> new Leg(leg.channel(), leg.party(), false));
        }
        if (block.event().equals("DialBegin")) {
            calls(block.get("DestUniqueid"), block.get("DialString"));
        }
    }

    /** A trunk's own name tells nobody who was called over it. */
    private void calls(String id, String dialled) {
        Leg called = of(id);
        Matcher number = NUMBER.matcher(dialled);
        if (called.outside() && number.matches()) {
            legs.put(id, new Leg(called.channel(), number.group(1), true));
        }
    }

    private void learn(String id, AmiBlock block, String prefix) {
        String channel = block.get(prefix + "Channel");
        Leg known = legs.get(id);
        if (id.isEmpty() || channel.isEmpty() || !channel.contains("/")) {
            return;
        }
        String number = block.get(prefix + "CallerIDNum");
        boolean outside =
                known == null ? Sides.outside(channel, block.get(prefix + "Context"), number) : known.outside();
        if (known == null || known.party().isEmpty()) {
            legs.put(id, new Leg(channel, Sides.extension(channel, number), outside));
        }
    }

    /** The channel with this identity. */
    Leg of(String id) {
        return legs.getOrDefault(id, NOBODY);
    }

    boolean knows(String id) {
        return legs.containsKey(id);
    }

    void enter(String bridge, String id) {
        if (!bridge.isEmpty() && !Sides.isMachine(of(id).channel())) {
            bridges.computeIfAbsent(bridge, any -> new LinkedHashSet<>()).add(id);
        }
    }

    void leave(String bridge, String id) {
        bridges.getOrDefault(bridge, new LinkedHashSet<>()).remove(id);
    }

    void hangUp(String id) {
        bridges.values().forEach(in -> in.remove(id));
    }

    /** Channels that share a bridge with this one, through {@code Local} channels too; none of these is named. */
    Set<String> partners(String id) {
        Set<String> seen = new LinkedHashSet<>();
        reach(id, seen);
        seen.remove(id);
        return seen.stream().filter(each -> !of(each).local()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** True when it shares a bridge with anything at all. */
    boolean speaks(String id) {
        return bridges.values().stream().anyMatch(in -> in.size() > 1 && in.contains(id));
    }

    private void reach(String id, Set<String> seen) {
        if (seen.add(id)) {
            for (Set<String> in : bridges.values()) {
                if (in.contains(id)) {
                    Set.copyOf(in).forEach(other -> reach(other, seen));
                }
            }
            if (of(id).local()) {
                String other = otherHalf(id);
                if (!other.isEmpty()) {
                    reach(other, seen);
                }
            }
        }
    }

    /** A {@code Local} channel in this bridge; blank when there is none. */
    String localIn(String bridge) {
        return bridges.getOrDefault(bridge, Set.of()).stream()
                .filter(id -> of(id).local())
                .findFirst()
                .orElse("");
    }

    /** The other end of a {@code Local} channel; blank when it is none, or is not known. */
    String otherHalf(String id) {
        String name = of(id).channel();
        if (!of(id).local()) {
            return "";
        }
        String other = name.substring(0, name.length() - 1) + (name.endsWith("1") ? "2" : "1");
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().channel().equals(other))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
