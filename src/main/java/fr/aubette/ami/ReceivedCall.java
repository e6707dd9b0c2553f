package fr.aubette.ami;

import fr.aubette.model.Phone;
import fr.aubette.model.Phone.Course;
import fr.aubette.model.Phone.EndedBy;
import fr.aubette.model.Phone.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A call that a citizen placed. */
final class ReceivedCall {

    private static final Set<String> REFUSALS = Set.of("BUSY", "CONGESTION", "CHANUNAVAIL", "DONTCALL", "TORTURE");

    private final String root;
    private final Legs legs = new Legs();
    private final Ringing ringing = new Ringing();
    private final Passing passing;
    private final QueuePath queues = new QueuePath();
    private final MessageLeft message = new MessageLeft();
    private final Set<String> paused = new TreeSet<>();

    private @Nullable Instant start;
    private @Nullable Instant pickedUp;
    private @Nullable Instant answer;
    private @Nullable Instant end;
    private Instant last = Instant.EPOCH;
    private String caller = "";
    private String name = "";
    private String dialled = "";
    private @Nullable String answeredBy;
    private boolean withheld;
    private boolean dialledAgent;
    private boolean died;
    private @Nullable Outcome failure;
    private boolean callerGaveUp;
    private boolean agentRefused;
    private @Nullable EndedBy hungUpBy;

    ReceivedCall(String root) {
        this.root = root;
        this.passing = new Passing(root, legs);
    }

    Optional<Phone> fold(List<AmiBlock> events, Instant fallback) {
        for (AmiBlock block : events) {
            Instant when = block.timestamp().orElse(fallback);
            last = when;
            legs.learn(block);
            withheld |= Withheld.isSaidBy(block);
            take(block, block.channelId().equals(root), when);
        }
        return Optional.ofNullable(start).map(this::told);
    }

    private void take(AmiBlock block, boolean citizen, Instant when) {
        switch (block.event()) {
            case "BridgeEnter" -> enters(block, when);
            case "BridgeLeave" -> leaves(block);
            case "DialState" -> ringing.rings(block, legs, when);
            case "HangupRequest" -> asksToHangUp(block, citizen);
            case "Status", "CoreShowChannel" -> found(block, citizen, when);
            case "Hold", "Unhold", "BlindTransfer", "AttendedTransfer" -> {
                passing.take(block, when);
                if (legs.partners(root).isEmpty()) {
                    passing.alone();
                }
            }
            default -> {
                if (citizen) {
                    takeCitizens(block, when);
                } else if (block.event().equals("Hangup")) {
                    passing.leaves(block.channelId(), when);
                    legs.hangUp(block.channelId());
                } else if (block.event().equals("QueueCallerJoin")) {
                    passing.waits(block);
                }
            }
        }
    }

    private void takeCitizens(AmiBlock block, Instant when) {
        switch (block.event()) {
            case "Newchannel" -> begins(block, when);
            case "Newstate" -> picksUp(block, when);
            case "QueueCallerJoin" -> joins(block, when);
            case "QueueEntry" -> queues.waitsAlready(block.get("Queue"));
            case "QueueCallerLeave" -> leavesQueue();
            case "DialBegin" -> dials(block);
            case "DialEnd" -> dialEnds(block.get("DialStatus"));
            case "CEL" -> recorded(block, when);
            case "Newexten" -> application(block);
            case "MessageWaiting" -> message.waits(block);
            case Remark.EVENT -> remarked(block);
            case "Cdr" -> endsNoEarlier(block, when);
            case "Hangup" -> end = end == null ? when : end;
            default -> {
                // nothing to tell
            }
        }
    }

    private void begins(AmiBlock block, Instant when) {
        if (start == null) {
            start = when;
            learnCaller(block);
            dialled = block.get("Exten");
        }
    }

    private void learnCaller(AmiBlock block) {
        caller = block.get("CallerIDNum");
        // SIP quotes with a backslash, and the exchange hands it on
        name = block.get("CallerIDName").replaceAll("\\\\(.)", "$1");
        withheld |= Withheld.isName(name) || Withheld.isName(caller);
    }

    /** Where the exchange writes no time, that of a hang-up is known only from the record which follows it. */
    private void endsNoEarlier(AmiBlock block, Instant when) {
        if (end != null && when.isAfter(end) && !block.get(Remark.GUESSED).isEmpty()) {
            end = when;
        }
    }

    private void picksUp(AmiBlock block, Instant when) {
        if (pickedUp == null && block.get("ChannelState").equals("6")) {
            pickedUp = when;
        }
    }

    private void recorded(AmiBlock block, Instant when) {
        message.plays(block, when);
        switch (block.get("EventName")) {
            case "ANSWER" -> pickedUp = pickedUp == null ? when : pickedUp;
            case "APP_START" -> application(block);
            case "HANGUP", "CHAN_END" -> endsNoEarlier(block, when);
            case "APP_END" -> {
                if (block.get("Application").equals("Queue")) {
                    refused();
                }
            }
            default -> {
                // nothing to tell
            }
        }
    }

    private void joins(AmiBlock block, Instant when) {
        begins(block, when);
        pickedUp = pickedUp == null ? start : pickedUp;
        failure = null;
        goesOn();
        queues.joins(block.get("Queue"));
        passing.reachesQueue(block.get("Queue"));
    }

    private void leavesQueue() {
        queues.leaves();
        if (!callerGaveUp && failure == null && !legs.speaks(root)) {
            failure = Outcome.NO_ANSWER;
        }
    }

    private void dials(AmiBlock block) {
        dialledAgent = true;
        goesOn();
        if (!queues.waiting()) {
            passing.reaches(legs.of(block.get("DestUniqueid")).party());
        }
    }

    private void dialEnds(String status) {
        if (!queues.waiting() && !callerGaveUp && !status.equals("ANSWER") && !status.equals("CANCEL")) {
            failure = REFUSALS.contains(status) ? Outcome.BUSY : Outcome.NO_ANSWER;
        }
    }

    private void application(AmiBlock block) {
        refused();
        if (block.get("Application").equals("Queue") && !queues.waiting()) {
            queues.asks(block.get("AppData").split(",", 2)[0].strip());
        } else if (block.get("Application").equals("VoiceMail")) {
            goesOn();
        }
    }

    /** A queue that was asked and lets nobody in sends no event of its own: it is full, or nobody serves it. */
    private void refused() {
        queues.refused().ifPresent(why -> {
            failure = why;
            passing.reachesQueue(queues.last());
        });
    }

    private void remarked(AmiBlock block) {
        died |= block.get("Died").equals("1");
        queues.remarked(block);
        if (!block.get("Paused").isEmpty()) {
            paused.addAll(List.of(block.get("Paused").split(",")));
        }
    }

    private void asksToHangUp(AmiBlock block, boolean citizen) {
        if (hungUpBy == null || citizen && agentRefused) {
            if (citizen) {
                hungUpBy = EndedBy.CALLER;
                refused();
                callerGaveUp = failure == null;
            } else if (legs.partners(root).contains(block.channelId())) {
                hungUpBy = EndedBy.AGENT;
            } else if (!queues.waiting() && ringing.ringsAt(block.channelId())) {
                hungUpBy = EndedBy.AGENT;
                agentRefused = true;
            }
        }
    }

    /** An agent's telephone refused, and the exchange tries something else. */
    private void goesOn() {
        if (agentRefused) {
            agentRefused = false;
            hungUpBy = null;
        }
    }

    private void enters(AmiBlock block, Instant when) {
        if (!block.get("BridgeTechnology").startsWith("holding")) {
            enter(block.get("BridgeUniqueid"), block.channelId(), when);
            if (!block.get("Linkedid").equals(root)) {
                passing.confers(block.get("Linkedid"), block.channelId());
            }
        }
    }

    private void enter(String bridge, String channel, Instant when) {
        legs.enter(bridge, channel);
        Set<String> partners = legs.partners(root);
        if (partners.isEmpty()) {
            return;
        }
        queues.leaves();
        failure = null;
        if (answer == null) {
            answer = when;
            answeredBy = legs.of(partners.iterator().next()).party();
        }
        passing.speaks(partners);
    }

    private void leaves(AmiBlock block) {
        passing.leaves(block.channelId(), block.timestamp().orElse(last));
        legs.leave(block.get("BridgeUniqueid"), block.channelId());
        boolean citizenStillTalks = !legs.partners(root).isEmpty();
        if (!citizenStillTalks) {
            passing.alone();
        }
        if (hungUpBy == EndedBy.AGENT && !block.channelId().equals(root) && citizenStillTalks) {
            // who hangs up after passing the call on has not ended it
            hungUpBy = null;
        }
    }

    private void found(AmiBlock block, boolean citizen, Instant when) {
        if (citizen && start == null) {
            start = when.minus(Ages.of(block));
            learnCaller(block);
            dialled = block.get("DNID").isEmpty() ? block.get("Exten") : block.get("DNID");
        }
        if (citizen && pickedUp == null && block.get("ChannelState").equals("6") && start != null) {
            pickedUp = start;
        }
        enter(block.get("BridgeID"), block.channelId(), when);
    }

    private Phone told(Instant from) {
        refused();
        if (!dialledAgent && answer == null && !callerGaveUp) {
            boolean atTheDoor = pickedUp != null
                    && hungUpBy == null
                    && end != null
                    && queues.path().isEmpty();
            failure = queues.guessed().orElse(atTheDoor && failure == null ? Outcome.REJECTED : failure);
        }
        Instant until = end == null ? last : end;
        passing.ends(until);
        Instant talkFrom = answer == null ? until : answer;
        Instant waitFrom =
                pickedUp == null || pickedUp.isAfter(talkFrom) ? (answer == null ? from : talkFrom) : pickedUp;
        Outcome outcome = outcome();
        return new Phone(
                root,
                Phone.Direction.INCOMING,
                Optional.of(caller).filter(number -> !withheld && !number.isBlank()),
                Numbers.national(dialled),
                queues.path(),
                ringing.extensions(root, passing.joined()),
                Optional.ofNullable(answeredBy),
                outcome,
                CallFold.between(waitFrom, talkFrom),
                answer == null ? Duration.ZERO : CallFold.between(talkFrom, until),
                CallFold.between(from, until),
                endedBy(),
                course(outcome, until));
    }

    private Course course(Outcome outcome, Instant until) {
        return new Course(
                Optional.of(name).filter(known -> !withheld && !known.isBlank()),
                withheld,
                dialled,
                queues.refusedBy(),
                List.copyOf(paused),
                passing.holds(),
                passing.transfers(),
                passing.consulted(),
                passing.consultations(),
                outcome == Outcome.VOICEMAIL ? message.left(until) : Optional.empty());
    }

    private EndedBy endedBy() {
        if (end == null || died) {
            return EndedBy.UNSEEN;
        }
        return hungUpBy == null ? EndedBy.EXCHANGE : hungUpBy;
    }

    private Outcome outcome() {
        if (died) {
            return Outcome.LOST_PBX_FAILURE;
        }
        if (answer != null && !passing.lost()) {
            return Outcome.ANSWERED;
        }
        if (message.isLeft()) {
            return Outcome.VOICEMAIL;
        }
        if (answer != null) {
            return Outcome.LOST_ON_TRANSFER;
        }
        if (callerGaveUp) {
            return Outcome.ABANDONED;
        }
        return failure == null ? Outcome.NO_ANSWER : failure;
    }
}
