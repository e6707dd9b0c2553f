package fr.aubette.ami;

import fr.aubette.model.Phone;
import fr.aubette.model.Phone.EndedBy;
import fr.aubette.model.Phone.Outcome;
import fr.aubette.model.Phone.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of one call from the blocks of its conversation, read in the order of the exchange's own clock.
 *
 * <p>Neither the state of channels nor the call records decide: Asterisk answers a call to play a message. A call is
 * answered when the citizen's channel shares a bridge with somebody, abandoned when the citizen hung up before anything
 * had given up on the call.
 */
public final class CallFold {

    private static final Set<String> READ = Set.of(
            "Newchannel",
            "Hangup",
            "HangupRequest",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "QueueCallerAbandon",
            "QueueEntry",
            "DialBegin",
            "DialState",
            "DialEnd",
            "AgentCalled",
            "AgentConnect",
            "BridgeEnter",
            "BridgeLeave",
            "BlindTransfer",
            "AttendedTransfer",
            "MessageWaiting",
            "UserEvent",
            "Newexten",
            "Status",
            "CoreShowChannel",
            "CEL");
    private static final Set<String> REFUSALS = Set.of("BUSY", "CONGESTION", "CHANUNAVAIL", "DONTCALL", "TORTURE");

    private final String root;
    private final Map<String, Set<String>> bridges = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> visits = new ArrayList<>();
    private final Set<String> rung = new LinkedHashSet<>();

    private @Nullable Instant start;
    private @Nullable Instant answer;
    private @Nullable Instant end;
    private Instant last = Instant.EPOCH;
    private String caller = "";
    private String dialled = "";
    private @Nullable String answeredBy;
    private @Nullable String asking;
    private boolean waits;
    private boolean voicemail;
    private boolean withheld;
    private @Nullable Unanswered failure;
    private boolean callerGaveUp;
    private @Nullable EndedBy hungUpBy;

    private CallFold(String root) {
        this.root = root;
    }

    /** True for the events that decide something. */
    static boolean reads(String event) {
        return READ.contains(event);
    }

    /**
     * The call that these blocks tell.
     *
     * @param callId the citizen's channel; null for the first one in the blocks
     * @param fallback when it was received, for blocks without a time of their own
     * @return empty if nobody from outside called
     */
    public static Optional<Phone> of(byte[] blocks, @Nullable String callId, Instant fallback) {
        List<AmiBlock> events = new ArrayList<>();
        AmiReader reader = new AmiReader(events::add);
        reader.read(blocks, 0, blocks.length);
        events.removeIf(block -> !reads(block.event()));
        events.sort(Comparator.comparing(block -> block.timestamp().orElse(fallback)));
        return Optional.ofNullable(callId)
                .or(() -> firstCaller(events))
                .flatMap(root -> new CallFold(root).fold(events, fallback));
    }

    private static Optional<String> firstCaller(List<AmiBlock> events) {
        return events.stream()
                .filter(block -> block.event().equals("Newchannel"))
                .filter(block -> block.channelId().equals(block.get("Linkedid")))
                .filter(block -> Sides.outside(block.get("Channel"), block.get("Context"), block.get("CallerIDNum")))
                .map(AmiBlock::channelId)
                .findFirst();
    }

    private Optional<Phone> fold(List<AmiBlock> events, Instant fallback) {
        for (AmiBlock block : events) {
            Instant when = block.timestamp().orElse(fallback);
            last = when;
            String id = block.channelId();
            if (!block.get("CallerIDNum").isEmpty()) {
                numbers.put(id, block.get("CallerIDNum"));
            }
            withheld |= Withheld.isSaidBy(block);
            take(block, id.equals(root), when);
        }
        return Optional.ofNullable(start).map(this::told);
    }

    private void take(AmiBlock block, boolean citizen, Instant when) {
        switch (block.event()) {
            case "BridgeEnter" -> enters(block, when);
            case "BridgeLeave" -> leaves(block);
            case "DialState" -> rings(block);
            case "HangupRequest" -> asksToHangUp(block, citizen);
            case "Status", "CoreShowChannel" -> found(block, citizen, when);
            default -> {
                if (citizen) {
                    takeCitizens(block, when);
                }
            }
        }
    }

    private void takeCitizens(AmiBlock block, Instant when) {
        switch (block.event()) {
            case "Newchannel" -> begins(block, when);
            case "QueueCallerJoin" -> joins(block, when);
            case "QueueEntry" -> waitsAlready(block);
            case "QueueCallerLeave" -> leavesQueue();
            case "DialEnd" -> dialEnds(block.get("DialStatus"));
            case "CEL" -> application(block.get("EventName").equals("APP_START"), block);
            case "Newexten" -> application(true, block);
            case "MessageWaiting" -> voicemail |= !block.get("New").equals("0");
            case "Hangup" -> end = end == null ? when : end;
            default -> {
                // nothing to tell
            }
        }
    }

    private void begins(AmiBlock block, Instant when) {
        if (start == null) {
            start = when;
            caller = block.get("CallerIDNum");
            dialled = block.get("Exten");
            withheld |= Withheld.isName(block.get("CallerIDName"));
        }
    }

    private void joins(AmiBlock block, Instant when) {
        begins(block, when);
        asking = null;
        waits = true;
        failure = null;
        visit(block.get("Queue"));
    }

    private void waitsAlready(AmiBlock block) {
        if (!waits) {
            waits = true;
            visit(block.get("Queue"));
        }
    }

    private void visit(String queue) {
        boolean again = !visits.isEmpty() && visits.get(visits.size() - 1).equals(queue);
        if (!queue.isEmpty() && !again) {
            visits.add(queue);
        }
    }

    private void leavesQueue() {
        waits = false;
        if (answer == null && !callerGaveUp && failure == null) {
            failure = Unanswered.NO_ANSWER;
        }
    }

    private void dialEnds(String status) {
        if (!waits && answer == null && !callerGaveUp && !status.equals("ANSWER") && !status.equals("CANCEL")) {
            failure = REFUSALS.contains(status) ? Unanswered.BUSY : Unanswered.NO_ANSWER;
        }
    }

    /** A queue that was asked and lets nobody in sends no event of its own: it is full, or nobody serves it. */
    private void application(boolean starts, AmiBlock block) {
        if (!starts) {
            return;
        }
        refused();
        if (block.get("Application").equals("Queue") && !waits) {
            String[] arguments = block.get("AppData").split(",", 2);
            asking = arguments[0].strip();
        }
    }

    private void refused() {
        String queue = asking;
        asking = null;
        if (queue != null && !queue.isEmpty()) {
            visit(queue);
            if (answer == null) {
                failure = Unanswered.QUEUE_REFUSED;
            }
        }
    }

    private void rings(AmiBlock block) {
        boolean agent = !Sides.outside(block.get("DestChannel"), block.get("DestContext"), block.get("DestCallerIDNum"))
                || block.get("DestChannel").startsWith("Local/");
        if (block.get("DialStatus").equals("RINGING") && agent) {
            rung.add(Sides.extension(block.get("DestChannel"), block.get("DestCallerIDNum")));
        }
    }

    private void asksToHangUp(AmiBlock block, boolean citizen) {
        if (hungUpBy != null) {
            return;
        }
        if (citizen) {
            hungUpBy = EndedBy.CALLER;
            refused();
            callerGaveUp = failure == null;
        } else if (talksWith(block.channelId())) {
            hungUpBy = EndedBy.AGENT;
        }
    }

    private boolean talksWith(String channel) {
        return bridges.values().stream().anyMatch(in -> in.contains(root) && in.contains(channel));
    }

    private void enters(AmiBlock block, Instant when) {
        if (!block.get("BridgeTechnology").startsWith("holding")) {
            enter(block.get("BridgeUniqueid"), block, when);
        }
    }

    private void enter(String bridge, AmiBlock block, Instant when) {
        if (bridge.isEmpty() || Sides.isMachine(block.get("Channel"))) {
            return;
        }
        Set<String> in = bridges.computeIfAbsent(bridge, any -> new LinkedHashSet<>());
        in.add(block.channelId());
        names.put(block.channelId(), block.get("Channel"));
        if (answer == null && in.contains(root)) {
            in.stream().filter(id -> !id.equals(root)).findFirst().ifPresent(agent -> answers(agent, when));
        }
    }

    private void answers(String agent, Instant when) {
        answer = when;
        answeredBy = Sides.extension(names.getOrDefault(agent, ""), numbers.getOrDefault(agent, ""));
        failure = null;
    }

    private void leaves(AmiBlock block) {
        bridges.getOrDefault(block.get("BridgeUniqueid"), new HashSet<>()).remove(block.channelId());
        if (hungUpBy == EndedBy.AGENT && !block.channelId().equals(root)) {
            transferredAway(block);
        }
    }

    /** An agent who hangs up after passing the call on has not ended it. */
    private void transferredAway(AmiBlock block) {
        boolean citizenStillTalks = bridges.values().stream().anyMatch(in -> in.contains(root) && in.size() > 1);
        if (citizenStillTalks && !block.channelId().equals(root)) {
            hungUpBy = null;
        }
    }

    private void found(AmiBlock block, boolean citizen, Instant when) {
        if (citizen && start == null) {
            start = when.minus(age(block));
            caller = block.get("CallerIDNum");
            dialled = block.get("DNID").isEmpty() ? block.get("Exten") : block.get("DNID");
            withheld |= Withheld.isName(block.get("CallerIDName"));
        }
        enter(block.get("BridgeID"), block, when);
    }

    private static Duration age(AmiBlock block) {
        if (block.get("Seconds").matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(block.get("Seconds")));
        }
        String[] parts = block.get("Duration").split(":", -1);
        boolean clock = parts.length == 3 && List.of(parts).stream().allMatch(part -> part.matches("\\d{1,4}"));
        return clock
                ? Duration.ofHours(Long.parseLong(parts[0]))
                        .plusMinutes(Long.parseLong(parts[1]))
                        .plusSeconds(Long.parseLong(parts[2]))
                : Duration.ZERO;
    }

    private Phone told(Instant from) {
        refused();
        Instant until = end == null ? last : end;
        Instant talkFrom = answer == null ? until : answer;
        return new Phone(
                root,
                Optional.of(caller).filter(number -> !withheld && !number.isBlank() && !Withheld.isName(number)),
                Numbers.national(dialled),
                visits,
                List.copyOf(rung),
                Optional.ofNullable(answeredBy),
                outcome(),
                positive(from, talkFrom),
                positive(talkFrom, until),
                positive(from, until),
                end == null ? EndedBy.UNSEEN : hungUpBy == null ? EndedBy.EXCHANGE : hungUpBy,
                answer == null && !callerGaveUp && !voicemail
                        ? Optional.of(failure == null ? Unanswered.NO_ANSWER : failure)
                        : Optional.empty());
    }

    private Outcome outcome() {
        if (answer != null) {
            return Outcome.ANSWERED;
        }
        if (voicemail) {
            return Outcome.VOICEMAIL;
        }
        return callerGaveUp ? Outcome.ABANDONED : Outcome.MISSED;
    }

    private static Duration positive(Instant from, Instant until) {
        return from.isAfter(until) ? Duration.ZERO : Duration.between(from, until);
    }
}
