package fr.aubette.ami;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the queues: who waits, who serves, and to which queue the numbers dialled lead. */
final class QueueBoard {

    private static final int MOST_NUMBERS = 1000;

    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<String, String> leads = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_NUMBERS;
        }
    };

    private static final class Queue {
        private final Set<String> waiting = new LinkedHashSet<>();
        private final Map<String, Member> members = new HashMap<>();
    }

    private record Member(boolean paused, boolean reachable) {}

    void accept(AmiBlock block) {
        String queue = block.get("Queue");
        switch (block.event()) {
            case "QueueParams" -> queues.put(queue, new Queue());
            case "QueueCallerJoin" -> {
                of(queue).waiting.add(block.channelId());
                if (block.channelId().equals(block.get("Linkedid"))) {
                    leads.putIfAbsent(block.get("Exten"), queue);
                }
            }
            case "QueueEntry" -> of(queue).waiting.add(block.channelId());
            case "QueueCallerLeave" -> of(queue).waiting.remove(block.channelId());
            case "Hangup" -> queues.values().forEach(each -> each.waiting.remove(block.channelId()));
            case "QueueMember", "QueueMemberStatus", "QueueMemberPause", "QueueMemberAdded" -> member(queue, block);
            case "QueueMemberRemoved" -> of(queue).members.remove(extension(block));
            default -> {
                // nothing of queues
            }
        }
    }

    private Queue of(String queue) {
        return queues.computeIfAbsent(queue, any -> new Queue());
    }

    private void member(String queue, AmiBlock block) {
        boolean reachable = !Set.of("4", "5").contains(block.get("Status"));
        of(queue).members.put(extension(block), new Member(block.get("Paused").equals("1"), reachable));
    }

    private static String extension(AmiBlock block) {
        String device = block.get("StateInterface").isEmpty() ? block.get("Interface") : block.get("StateInterface");
        return Sides.extension(device.isEmpty() ? block.get("Location") : device, "");
    }

    /** Others than this channel who wait in a queue. */
    int waiting(String queue, String channel) {
        return (int)
                of(queue).waiting.stream().filter(each -> !each.equals(channel)).count();
    }

    /** False when all known members are paused or cannot be reached. */
    boolean served(String queue) {
        Map<String, Member> members = of(queue).members;
        return members.isEmpty() || members.values().stream().anyMatch(each -> !each.paused() && each.reachable());
    }

    List<String> paused(String queue) {
        return of(queue).members.entrySet().stream()
                .filter(each -> each.getValue().paused())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The first queue to which others came who dialled this number. */
    Optional<String> leadsTo(String dialled) {
        return Optional.ofNullable(leads.get(dialled));
    }
}
