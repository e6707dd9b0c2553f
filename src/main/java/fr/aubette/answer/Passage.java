package fr.aubette.answer;

import fr.aubette.model.Motive;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the gate looks at before it lets an answer through.
 *
 * @param mailbox empty when none is configured
 * @param ours addresses of our own mailboxes, as {@link Answer#addressKey} gives them
 * @param wishes of the citizen, or of all who may be
 * @param approval what the motive asks, as it stands now
 * @param steps of all rounds
 * @param duty what an acknowledgement must state; empty for anything else
 * @param automatic how many receipts this correspondent got within the window, this one not counted
 */
record Passage(
        Answer answer,
        TicketFacts facts,
        Optional<Mailbox> mailbox,
        Set<String> ours,
        List<Wish> wishes,
        Motive.Approval approval,
        List<Step> steps,
        Optional<Duty> duty,
        int automatic) {

    Passage {
        ours = Set.copyOf(ours);
        wishes = List.copyOf(wishes);
        steps = List.copyOf(steps);
    }
}
