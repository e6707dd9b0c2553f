package fr.aubette.intake;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.model.Received;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes up an intake that its queue announced, counting the attempt before the work. */
@Component("attempts")
public class Attempts {

    private final StreamBook book;
    private final ContentStore contents;
    private final StreamSettings settings;

    Attempts(StreamBook book, ContentStore contents, StreamSettings settings) {
        this.book = book;
        this.contents = contents;
        this.settings = settings;
    }

    /**
     * The announced intake with its bytes.
     *
     * @param announced its id
     * @throws AlreadyDone if it has its outcome
     * @throws Exhausted if it was tried too often
     */
    public Received begin(String announced) {
        IntakeId id = new IntakeId(UUID.fromString(announced));
        StreamBook.Entry entry = book.countAttempt(id).orElseThrow(() -> new AlreadyDone(id));
        if (entry.attempts() > settings.maxAttempts()) {
            throw new Exhausted(entry.attempts());
        }
        return received(id, entry);
    }

    /**
     * The intake with its bytes, whatever became of it; no attempt is counted.
     *
     * @throws IllegalArgumentException if there is no such intake
     */
    public Received reread(IntakeId id) {
        return received(
                id, book.find(id).orElseThrow(() -> new IllegalArgumentException("no intake has the id " + id)));
    }

    private Received received(IntakeId id, StreamBook.Entry entry) {
        return new Received(
                id,
                new RawItem(
                        ChannelKind.ofCode(entry.channel()),
                        entry.source(),
                        entry.reference(),
                        entry.receivedAt(),
                        entry.mediaType(),
                        entry.facts(),
                        contents.find(entry.sha256())));
    }
}
