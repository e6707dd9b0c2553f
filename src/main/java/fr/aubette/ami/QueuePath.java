package fr.aubette.ami;

import fr.aubette.model.Phone.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queues on a call's way: those it waited in, and those that let it not in. */
final class QueuePath {

    private final List<String> visits = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<String, Outcome> states = new HashMap<>();
    private @Nullable String asking;
    private @Nullable String leadsTo;
    private boolean leadsToFull;
    private boolean waits;

    boolean waiting() {
        return waits;
    }

    void joins(String queue) {
        asking = null;
        waits = true;
        visit(queue);
    }

    void waitsAlready(String queue) {
        if (!waits) {
            joins(queue);
        }
    }

    void leaves() {
        waits = false;
    }

    void asks(String queue) {
        asking = queue.isEmpty() ? null : queue;
    }

    /** Why the queue that was asked has let the call not in; empty when none was asked. */
    Optional<Outcome> refused() {
        String queue = asking;
        asking = null;
        if (queue == null) {
            return Optional.empty();
        }
        visit(queue);
        refusals.add(queue);
        return Optional.of(states.getOrDefault(queue, Outcome.REJECTED));
    }

    /**
     * The same when the exchange does not say which applications it runs: a call that was let into no queue and rang
     * nowhere was refused by the queue to which the number that it dialled led others.
     */
    Optional<Outcome> guessed() {
        String queue = leadsTo;
        if (queue == null || !visits.isEmpty()) {
            return Optional.empty();
        }
        visit(queue);
        refusals.add(queue);
        return Optional.of(leadsToFull ? Outcome.REJECTED_FULL : Outcome.REJECTED);
    }

    void remarked(AmiBlock block) {
        boolean others = !block.get("Waiting").equals("0");
        if (!block.get("LeadsTo").isEmpty()) {
            leadsTo = block.get("LeadsTo");
            leadsToFull |= others;
        } else if (!block.get("Queue").isEmpty()) {
            boolean empty = !others || !block.get("Served").equals("1");
            states.put(block.get("Queue"), empty ? Outcome.REJECTED_EMPTY : Outcome.REJECTED_FULL);
        }
    }

    private void visit(String queue) {
        boolean again = !visits.isEmpty() && last().equals(queue);
        if (!queue.isEmpty() && !again) {
            visits.add(queue);
        }
    }

    String last() {
        return visits.isEmpty() ? "" : visits.get(visits.size() - 1);
    }

    List<String> path() {
        return visits;
    }

    List<String> refusedBy() {
        return refusals;
    }
}
