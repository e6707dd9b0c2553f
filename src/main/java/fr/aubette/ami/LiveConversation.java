package fr.aubette.ami;

import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveCall.Direction;
import fr.aubette.model.LiveCall.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conversation while it goes on. One without a citizen, a consultation or a call between agents, tells nothing. */
final class LiveConversation {

    private final String line;
    private final String reference;
    private final Instant beganAt;
    private final Map<String, Leg> legs = new HashMap<>();
    private final Map<String, Set<String>> bridges = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, String> ringing = new LinkedHashMap<>();
    private final Set<String> talking = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private @Nullable String citizen;
    private Direction direction = Direction.INCOMING;
    private String party = "";
    private boolean withheld;
    private String dialled = "";
    private @Nullable String queue;
    private @Nullable Instant queuedAt;
    private Instant heardAt;
    private boolean over;

    /** A channel of the conversation. */
    private record Leg(String name, String extension, boolean outside) {

        static final Leg NONE = new Leg("", "", false);
    }

    /** What a block changed. */
    record Change(State state, Optional<String> agent) {}

    LiveConversation(String line, String system, String linkedid, Instant now) {
        this.line = line;
        this.reference = system.isEmpty() ? linkedid : system + "/" + linkedid;
        this.beganAt = now;
        this.heardAt = now;
        ids.add(linkedid);
    }

    Set<String> channels() {
        return ids;
    }

    /** Its channels, these two among them. */
    Set<String> channels(String linkedid, String channel) {
        ids.add(linkedid);
        if (!channel.isEmpty()) {
            ids.add(channel);
        }
        return ids;
    }

    Instant heardAt() {
        return heardAt;
    }

    boolean isOver() {
        return over;
    }

    /** The present state, for who has just begun to listen. */
    State state() {
        return !talking.isEmpty()
                ? State.ANSWERED
                : !ringing.isEmpty() ? State.RINGING : queuedAt != null ? State.WAITING : State.BEGAN;
    }

    /** Takes another conversation in: the one with a citizen goes on. */
    LiveConversation merged(LiveConversation other) {
        LiveConversation kept = citizen == null && other.citizen != null ? other : this;
        LiveConversation joined = kept == this ? other : this;
        kept.ids.addAll(joined.ids);
        kept.legs.putAll(joined.legs);
        joined.bridges.forEach((bridge, in) -> kept.bridges
                .computeIfAbsent(bridge, any -> new LinkedHashSet<>())
                .addAll(in));
        return kept;
    }

    List<Change> accept(AmiBlock block, Instant now) {
        changes.clear();
        heardAt = now;
        learn(block);
        switch (block.event()) {
            case "Newchannel", "Status", "CoreShowChannel" -> begins(block);
            case "UserEvent" -> withhold(block);
            case "QueueCallerJoin", "QueueEntry" -> waits(block, now);
            case "QueueCallerLeave" -> leavesQueue(block);
            case "DialBegin" -> dials(block);
            case "DialState" -> rings(block);
            case "DialEnd" ->
                dialEnds(block.get("DestUniqueid"), block.get("DialStatus").equals("ANSWER"));
            case "BridgeEnter" -> enters(block);
            case "BridgeLeave" -> leaves(block);
            case "Hangup" -> hangsUp(block.channelId());
            default -> {
                // nothing to tell
            }
        }
        return List.copyOf(changes);
    }

    /** These channels have hung up while nobody listened. */
    List<Change> gone(Set<String> channels, Instant now) {
        changes.clear();
        if (!channels.isEmpty()) {
            heardAt = now;
        }
        Set.copyOf(channels).stream().filter(legs::containsKey).forEach(this::hangsUp);
        over |= !ids.isEmpty() && channels.containsAll(ids);
        return List.copyOf(changes);
    }

    private void learn(AmiBlock block) {
        if (!block.get("Channel").isEmpty()) {
            legs.computeIfAbsent(block.channelId(), any -> leg(block, ""));
        }
        if (!block.get("DestUniqueid").isEmpty() && !block.event().equals("Hangup")) {
            ids.add(block.get("DestUniqueid"));
            legs.computeIfAbsent(block.get("DestUniqueid"), any -> leg(block, "Dest"));
            if (block.event().equals("AgentCalled")) {
                legs.computeIfPresent(
                        block.get("DestUniqueid"), (id, leg) -> new Leg(leg.name(), leg.extension(), false));
            }
        }
    }

    private static Leg leg(AmiBlock block, String prefix) {
        String channel = block.get(prefix + "Channel");
        String number = block.get(prefix + "CallerIDNum");
        return new Leg(
                channel,
                Sides.extension(channel, number),
                Sides.outside(channel, block.get(prefix + "Context"), number));
    }

    private void begins(AmiBlock block) {
        String id = block.channelId();
        if (citizen == null
                && id.equals(block.get("Linkedid"))
                && legs.getOrDefault(id, Leg.NONE).outside()) {
            citizen = id;
            party = block.get("CallerIDNum");
            dialled = Numbers.national(block.get("DNID").isEmpty() ? block.get("Exten") : block.get("DNID"));
            withheld |= Withheld.isName(block.get("CallerIDName")) || Withheld.isName(party);
            change(State.BEGAN, Optional.empty());
        }
        if (!block.get("BridgeID").isEmpty()) {
            enter(block.get("BridgeID"), block);
        }
    }

    private void withhold(AmiBlock block) {
        if (!withheld && Withheld.isSaidBy(block)) {
            withheld = true;
            change(State.BEGAN, Optional.empty());
        }
    }

    private void waits(AmiBlock block, Instant now) {
        if (block.channelId().equals(citizen) && queuedAt == null) {
            queue = block.get("Queue");
            queuedAt = now;
            change(State.WAITING, Optional.empty());
        }
    }

    private void leavesQueue(AmiBlock block) {
        if (block.channelId().equals(citizen) && queuedAt != null) {
            queuedAt = null;
            change(State.LEFT_QUEUE, Optional.empty());
        }
    }

    /** The first call to somebody outside makes a conversation of ours one with a citizen. */
    private void dials(AmiBlock block) {
        Leg called = legs.get(block.get("DestUniqueid"));
        if (citizen == null
                && called != null
                && called.outside()
                && !block.get("Channel").isEmpty()) {
            citizen = block.get("DestUniqueid");
            direction = Direction.OUTGOING;
            party = block.get("DestCallerIDNum");
            change(
                    State.BEGAN,
                    Optional.of(legs.getOrDefault(block.channelId(), called).extension()));
        }
    }

    private void rings(AmiBlock block) {
        String id = block.get("DestUniqueid");
        Leg leg = legs.get(id);
        if (leg != null && !leg.outside() && block.get("DialStatus").equals("RINGING")) {
            boolean already = ringing.containsValue(leg.extension());
            ringing.put(id, leg.extension());
            if (!already) {
                change(State.RINGING, Optional.of(leg.extension()));
            }
        }
    }

    private void dialEnds(String id, boolean answered) {
        String extension = ringing.remove(id);
        if (!answered && extension != null && !ringing.containsValue(extension) && !talking.contains(extension)) {
            change(State.RINGS_NO_MORE, Optional.of(extension));
        }
    }

    private void enters(AmiBlock block) {
        if (!block.get("BridgeTechnology").startsWith("holding")) {
            enter(block.get("BridgeUniqueid"), block);
        }
    }

    private void enter(String bridge, AmiBlock block) {
        if (!bridge.isEmpty() && !Sides.isMachine(block.get("Channel"))) {
            bridges.computeIfAbsent(bridge, any -> new LinkedHashSet<>()).add(block.channelId());
            speak();
        }
    }

    private void speak() {
        for (Set<String> in : bridges.values()) {
            if (in.contains(citizen)) {
                for (String id : in) {
                    Leg leg = legs.get(id);
                    if (leg != null && !id.equals(citizen) && talking.add(leg.extension())) {
                        queuedAt = null;
                        ringing.remove(id);
                        change(State.ANSWERED, Optional.of(leg.extension()));
                    }
                }
            }
        }
    }

    private void leaves(AmiBlock block) {
        bridges.getOrDefault(block.get("BridgeUniqueid"), new LinkedHashSet<>()).remove(block.channelId());
    }

    private void hangsUp(String id) {
        Leg leg = legs.remove(id);
        dialEnds(id, false);
        bridges.values().forEach(in -> in.remove(id));
        if (id.equals(citizen) || legs.isEmpty()) {
            over = true;
            change(State.ENDED, Optional.empty());
        } else if (leg != null
                && legs.values().stream().noneMatch(other -> other.extension().equals(leg.extension()))
                && talking.remove(leg.extension())) {
            change(State.LEFT_BY_AGENT, Optional.of(leg.extension()));
        }
    }

    private void change(State state, Optional<String> agent) {
        if (citizen != null) {
            changes.add(new Change(state, agent));
        }
    }

    boolean isCalled(String other) {
        return reference.equals(other);
    }

    /** The channel over which this extension speaks with the citizen. */
    Optional<String> channelOf(String extension) {
        return bridges.values().stream()
                .filter(in -> in.contains(citizen))
                .flatMap(Set::stream)
                .filter(id -> !id.equals(citizen))
                .map(id -> legs.getOrDefault(id, Leg.NONE))
                .filter(leg -> leg.extension().equals(extension))
                .map(Leg::name)
                .findFirst();
    }

    /** As a listener is told it; empty when no citizen takes part. */
    Optional<LiveCall> told(State state, Optional<String> agent) {
        if (citizen == null) {
            return Optional.empty();
        }
        return Optional.of(new LiveCall(
                line,
                reference,
                state,
                agent,
                direction,
                Optional.of(party).filter(number -> !withheld && !number.isBlank()),
                withheld,
                dialled,
                Optional.ofNullable(queue),
                queuedAt != null,
                new LinkedHashSet<>(ringing.values()),
                talking,
                beganAt,
                Optional.ofNullable(queuedAt),
                heardAt));
    }
}
