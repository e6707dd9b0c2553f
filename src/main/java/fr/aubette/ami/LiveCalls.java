package fr.aubette.ami;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the conversations with citizens while they go on, and tells each change as soon as its block is read.
 *
 * <p>What is kept is told by {@link CallFold}, from all blocks in their order; here nothing is waited for. Nothing is
 * told before {@link #goLive}: what an earlier run left in the journal is only followed.
 */
public final class LiveCalls {

    /** Blocks that begin a conversation; any other of an unknown one is late, or of no call. */
    private static final Set<String> BEGIN = Set.of("Newchannel", "Status", "CoreShowChannel");

    private static final Set<String> READ = Set.of(
            "Newchannel",
            "Hangup",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "QueueEntry",
            "AgentCalled",
            "DialBegin",
            "DialState",
            "DialEnd",
            "BridgeEnter",
            "BridgeLeave",
            "UserEvent",
            "Status",
            "CoreShowChannel");

    private final String line;
    private final Duration longest;
    private final CallListener told;
    private final LiveMembers members;
    private final Map<String, LiveConversation> byId = new HashMap<>();
    private final Set<String> doubted = new HashSet<>();
    private boolean live;

    /**
     * Follows an exchange.
     *
     * @param line its name, an entry of {@code config/channels.yaml}
     * @param longest silence after which a call without end is forgotten
     */
    public LiveCalls(String line, Duration longest, CallListener told) {
        this.line = line;
        this.longest = longest;
        this.told = told;
        this.members = new LiveMembers(line, told);
    }

    /** From here on changes are told; first, once, what goes on. */
    public synchronized void goLive() {
        if (!live) {
            live = true;
            members.goLive();
            open().forEach(call -> tell(call, call.state(), Optional.empty()));
        }
    }

    /** Takes one block, heard at this moment. */
    public synchronized void accept(AmiBlock block, Instant heard) {
        Instant now = block.timestamp().orElse(heard);
        if (block.isBanner()) {
            doubted.addAll(byId.keySet());
        } else if (block.event().equals("CoreShowChannelsComplete")) {
            endDoubted(now);
        } else if (members.reads(block.event())) {
            members.accept(block);
        } else if (!block.event().isEmpty()) {
            follow(block, now);
        }
    }

    private void follow(AmiBlock block, Instant now) {
        String linked = block.get("Linkedid").isEmpty() ? block.get("DestLinkedid") : block.get("Linkedid");
        boolean known = byId.containsKey(linked) || byId.containsKey(block.channelId());
        if (linked.isEmpty() || !(known ? READ : BEGIN).contains(block.event())) {
            return;
        }
        LiveConversation call = find(block, linked, now);
        doubted.remove(block.channelId());
        doubted.remove(linked);
        for (LiveConversation.Change change : call.accept(block, now)) {
            tell(call, change.state(), change.agent());
        }
        if (call.isOver()) {
            forget(call);
        }
    }

    private LiveConversation find(AmiBlock block, String linked, Instant now) {
        LiveConversation call = byId.get(linked);
        LiveConversation former = byId.get(block.channelId());
        if (call == null) {
            call = former == null ? new LiveConversation(line, block.get("SystemName"), linked, now) : former;
        } else if (former != null && former != call) {
            call = call.merged(former);
        }
        for (String id : call.channels(linked, block.channelId())) {
            byId.put(id, call);
        }
        return call;
    }

    private void endDoubted(Instant now) {
        for (LiveConversation call : open()) {
            Set<String> gone = new LinkedHashSet<>(call.channels());
            gone.retainAll(doubted);
            for (LiveConversation.Change change : call.gone(gone, now)) {
                tell(call, change.state(), change.agent());
            }
            if (call.isOver()) {
                forget(call);
            }
        }
        doubted.clear();
    }

    /** Forgets what has been silent for too long: its end was never told. */
    public synchronized void closeOld(Instant now) {
        for (LiveConversation call : open()) {
            if (Duration.between(call.heardAt(), now).compareTo(longest) > 0) {
                call.gone(call.channels(), now).forEach(change -> tell(call, change.state(), change.agent()));
                forget(call);
            }
        }
    }

    /** The channel over which an agent speaks in a conversation, as the exchange names it; empty when she does not. */
    public synchronized Optional<String> channelOf(String conversation, String extension) {
        return open().stream()
                .filter(call -> call.isCalled(conversation))
                .findFirst()
                .flatMap(call -> call.channelOf(extension));
    }

    private void forget(LiveConversation call) {
        byId.values().removeIf(each -> each == call);
    }

    private List<LiveConversation> open() {
        return new ArrayList<>(new LinkedHashSet<>(byId.values()));
    }

    private void tell(LiveConversation call, State state, Optional<String> agent) {
        if (live) {
            call.told(state, agent).ifPresent(told::heard);
        }
    }
}
