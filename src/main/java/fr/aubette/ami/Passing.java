package fr.aubette.ami;

import fr.aubette.model.Phone.Hold;
import fr.aubette.model.Phone.Transfer;
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

/** Holds, consultations and transfers of a call. */
final class Passing {

    private final String root;
    private final Legs legs;
    private final Map<String, Instant> held = new LinkedHashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Open> transfers = new ArrayList<>();
    private final Set<String> joined = new LinkedHashSet<>();
    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, Set<String>> consulted = new LinkedHashMap<>();
    private boolean returned;

    /** A transfer whose end is not known yet. */
    private static final class Open {
        private final boolean announced;
        private final String by;
        private final String dialled;
        private @Nullable String to;
        private boolean queue;
        private @Nullable String answeredBy;
        private boolean left;

        Open(boolean announced, String by, String dialled) {
            this.announced = announced;
            this.by = by;
            this.dialled = dialled;
        }

        Transfer told() {
            return new Transfer(announced, by, to == null ? dialled : to, queue, Optional.ofNullable(answeredBy));
        }
    }

    Passing(String root, Legs legs) {
        this.root = root;
        this.legs = legs;
    }

    void take(AmiBlock block, Instant when) {
        switch (block.event()) {
            case "Hold" -> holds(block.channelId(), when);
            case "Unhold" -> unholds(block.channelId(), when);
            case "BlindTransfer" -> passesBlindly(block, when);
            default -> passesAnnounced(block, when);
        }
    }

    private void holds(String channel, Instant when) {
        if (legs.partners(root).contains(channel)) {
            held.putIfAbsent(channel, when);
        }
    }

    private void unholds(String channel, Instant when) {
        Instant since = held.remove(channel);
        if (since != null) {
            holds.add(new Hold(legs.of(channel).party(), CallFold.between(since, when)));
        }
    }

    void leaves(String channel, Instant when) {
        unholds(channel, when);
    }

    /** The citizen shares a bridge with nobody. */
    void alone() {
        pending().ifPresent(passed -> passed.left = true);
    }

    private boolean succeeded(AmiBlock block) {
        return block.get("Result").isEmpty() || block.get("Result").equals("Success");
    }

    private void passesBlindly(AmiBlock block, Instant when) {
        if (succeeded(block) && !otherCitizen(block.get("TransfereeUniqueid"))) {
            unholds(block.get("TransfererUniqueid"), when);
            returned = false;
            transfers.add(new Open(false, agent(block, "Transferer"), block.get("Extension")));
        }
    }

    private void passesAnnounced(AmiBlock block, Instant when) {
        String first = block.get("TransfereeUniqueid");
        String second = block.get("TransferTargetUniqueid");
        if (!succeeded(block) || otherCitizen(first) && !second.equals(root)) {
            return;
        }
        String target = target(block);
        joined.add(block.get("OrigTransfererLinkedid"));
        joined.add(block.get("SecondTransfererLinkedid"));
        unholds(block.get("OrigTransfererUniqueid"), when);
        Open passed = new Open(true, agent(block, "OrigTransferer"), block.get("SecondTransfererExten"));
        String queue = asked.get(byTheExchange(block) ? legs.otherHalf(target) : block.get("SecondTransfererUniqueid"));
        if (queue != null) {
            passed.to = queue;
            passed.queue = true;
        } else if (!legs.of(target).party().isEmpty()
                && (byTheExchange(block) || !legs.of(target).local())) {
            passed.to = legs.of(target).party();
        }
        transfers.add(passed);
        speaks(legs.partners(root));
    }

    /** Whom the citizen is passed on to; who hangs up while it rings there leaves only the channel that calls. */
    private String target(AmiBlock block) {
        String second = block.get("TransferTargetUniqueid");
        String target = second.equals(root) ? block.get("TransfereeUniqueid") : second;
        if (!target.isEmpty() || !byTheExchange(block)) {
            return target;
        }
        String called = legs.localIn(block.get("SecondBridgeUniqueid"));
        return called.isEmpty() ? legs.localIn(block.get("OrigBridgeUniqueid")) : called;
    }

    /** By a feature code the exchange itself calls, over a {@code Local} channel with the number in its name. */
    private static boolean byTheExchange(AmiBlock block) {
        return block.get("SecondTransfererUniqueid").equals(block.get("OrigTransfererUniqueid"));
    }

    private boolean otherCitizen(String channel) {
        return !channel.equals(root)
                && legs.of(channel).outside()
                && !legs.partners(root).contains(channel);
    }

    private String agent(AmiBlock block, String role) {
        String known = legs.of(block.get(role + "Uniqueid")).party();
        return known.isEmpty() ? Sides.extension(block.get(role + "Channel"), block.get(role + "CallerIDNum")) : known;
    }

    /** A queue that an agent called under the agent's own number. */
    void waits(AmiBlock block) {
        asked.putIfAbsent(block.channelId(), block.get("Queue"));
    }

    void reachesQueue(String queue) {
        pending().ifPresent(passed -> {
            if (passed.to == null && !queue.isEmpty()) {
                passed.to = queue;
                passed.queue = true;
            }
        });
    }

    void reaches(String party) {
        pending().ifPresent(passed -> {
            if (passed.to == null && !party.isEmpty()) {
                passed.to = party;
            }
        });
    }

    private Optional<Open> pending() {
        return transfers.isEmpty() ? Optional.empty() : Optional.of(transfers.get(transfers.size() - 1));
    }

    /** The citizen speaks with these: the one to whom the call was passed, or again the one who passed it. */
    void speaks(Set<String> partners) {
        pending().filter(passed -> passed.answeredBy == null).ifPresent(passed -> {
            partners.stream()
                    .map(id -> legs.of(id).party())
                    .filter(party -> !party.equals(passed.by))
                    .findFirst()
                    .ifPresent(party -> passed.answeredBy = party);
            returned = passed.answeredBy == null && passed.left && !partners.isEmpty();
        });
    }

    /** Somebody speaks in a call that an agent began: whoever is there beside that agent is asked for advice. */
    void confers(String conversation, String channel) {
        Legs.Leg began = legs.of(conversation);
        Set<String> with = new LinkedHashSet<>(legs.partners(channel));
        if (with.isEmpty() || began.outside() || began.party().isEmpty()) {
            return;
        }
        with.add(channel);
        with.removeAll(legs.partners(root));
        with.remove(root);
        with.stream()
                .map(id -> legs.of(id).party())
                .filter(party -> !party.equals(began.party()))
                .forEach(party -> consulted
                        .computeIfAbsent(conversation, any -> new LinkedHashSet<>())
                        .add(party));
    }

    void ends(Instant when) {
        List.copyOf(held.keySet()).forEach(channel -> unholds(channel, when));
    }

    /** True when the call was passed on last to where nobody took it, and the citizen spoke with nobody after. */
    boolean lost() {
        return pending().filter(passed -> passed.answeredBy == null).isPresent() && !returned;
    }

    Set<String> joined() {
        return joined;
    }

    List<Hold> holds() {
        return holds;
    }

    List<Transfer> transfers() {
        return transfers.stream().map(Open::told).toList();
    }

    List<String> consulted() {
        Set<String> parties = new LinkedHashSet<>();
        consulted.forEach((conversation, with) -> {
            if (!joined.contains(conversation)) {
                parties.addAll(with);
            }
        });
        return List.copyOf(parties);
    }

    List<String> consultations() {
        return List.copyOf(consulted.keySet());
    }
}
