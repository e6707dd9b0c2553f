package fr.aubette.ticket;

import fr.aubette.model.TicketId;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cheques and originals that lay with a letter: each is a task until somebody has said how it went back. */
@Component
public class ToReturn {

    /** Longest remark, in characters: the width of {@code returned_item.how}. */
    private static final int MAX_HOW = 200;

    private final ReturnedRows returned;
    private final TicketRows rows;
    private final History history;
    private final Clocks clocks;

    ToReturn(ReturnedRows returned, TicketRows rows, History history, Clocks clocks) {
        this.returned = returned;
        this.rows = rows;
        this.history = history;
        this.clocks = clocks;
    }

    /**
     * Says that all of it went back; once is enough.
     *
     * @param contact the letter
     * @param how for example {@code recommandé 1A 200 123 4567 8}
     * @throws NotPossible if it is not said how
     */
    @Transactional
    public void wentBack(UUID contact, String how, String actor) {
        String said = TicketLife.required(how);
        if (said.length() > MAX_HOW) {
            throw new NotPossible(NotPossible.Why.NO_TEXT);
        }
        returned.returned(contact, said, actor, clocks.now()).stream()
                .sorted(Comparator.comparing(TicketId::value))
                .forEach(ticket -> rows.lock(ticket)
                        .ifPresent(row -> history.tell(row, "item-returned", actor, Map.of("text", said))));
    }
}
