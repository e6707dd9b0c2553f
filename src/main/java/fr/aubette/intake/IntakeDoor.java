package fr.aubette.intake;

import fr.aubette.model.RawItem;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The door: bytes first, then one committed row, then the answer. */
@Component("intake")
class IntakeDoor implements Intake {

    private final ContentStore contents;
    private final IntakeBook book;
    private final FirstLook firstLook;

    IntakeDoor(ContentStore contents, IntakeBook book, FirstLook firstLook) {
        this.contents = contents;
        this.book = book;
        this.firstLook = firstLook;
    }

    @Override
    public Taken take(RawItem item) {
        ContentStore.Kept kept = keep(item);
        try {
            return book.enter(item, kept, Queues.of(item, firstLook.alarming(item)));
        } catch (DataAccessException | TransactionException e) {
            throw new IntakeUnavailable("the register of intakes does not answer", e);
        }
    }

    private ContentStore.Kept keep(RawItem item) {
        try {
            return contents.keep(item.content());
        } catch (IOException e) {
            throw new IntakeUnavailable("the content store cannot keep an item: " + e.getMessage(), e);
        }
    }
}
