package fr.aubette.desk;

import fr.aubette.access.Readings;
import fr.aubette.access.Right;
import fr.aubette.access.Viewer;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.FirstLook;
import fr.aubette.mailroom.BatchBook;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;
import fr.aubette.quarantine.QuarantineBook;
import fr.aubette.quarantine.QuarantineBook.Entry;
import fr.aubette.quarantine.Reevaluation;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a person does with what could not be handled: the same for the page and the API. */
@Component
class Keeping {

    /** Most entries shown at once. */
    static final int MOST = 200;

    private final QuarantineBook book;
    private final ContentStore contents;
    private final Readings readings;
    private final FirstLook firstLook;
    private final ObjectProvider<Reevaluation> reevaluation;
    private final Clock clock;

    private final BatchBook batches;

    Keeping(
            QuarantineBook book,
            ContentStore contents,
            Readings readings,
            FirstLook firstLook,
            ObjectProvider<Reevaluation> reevaluation,
            Clock clock,
            BatchBook batches) {
        this.batches = batches;
        this.book = book;
        this.contents = contents;
        this.readings = readings;
        this.firstLook = firstLook;
        this.reevaluation = reevaluation;
        this.clock = clock;
    }

    List<Entry> open(Viewer viewer) {
        require(viewer);
        return book.open(MOST);
    }

    boolean canReevaluate() {
        return reevaluation.getIfAvailable() != null;
    }

    /** The bytes, unless they look like somebody in danger: then only for who sees protected matters. */
    ResponseEntity<InputStreamResource> raw(Viewer viewer, UUID id) throws IOException {
        Entry entry = find(viewer, id);
        if (!viewer.is(Right.Kind.PROTECTED) && firstLook.alarming(item(entry))) {
            throw new AccessDeniedException("a protected content");
        }
        if (batches.shared(entry.intake())) {
            throw new NotThere();
        }
        readings.noteRaw(viewer, entry.intake());
        return OriginalDownload.attachment(contents, entry.sha256(), entry.mediaType(), entry.size(), id);
    }

    /** False when somebody decided before. */
    boolean retry(Viewer viewer, UUID id) {
        return book.retry(find(viewer, id).id(), viewer.login(), clock.instant());
    }

    boolean discard(Viewer viewer, UUID id, String remark) {
        return book.discard(find(viewer, id).id(), viewer.login(), remark.strip(), clock.instant());
    }

    /** False when this hub cannot. */
    boolean reevaluate(Viewer viewer, UUID id) {
        Entry entry = find(viewer, id);
        Reevaluation again = reevaluation.getIfAvailable();
        if (again == null) {
            return false;
        }
        again.again(entry.intake());
        return true;
    }

    private Entry find(Viewer viewer, UUID id) {
        require(viewer);
        return book.find(id).orElseThrow(NotThere::new);
    }

    private RawItem item(Entry entry) {
        return new RawItem(
                ChannelKind.ofCode(entry.channel()),
                entry.source(),
                entry.id().toString(),
                entry.receivedAt(),
                entry.mediaType(),
                Map.of(),
                contents.find(entry.sha256()));
    }

    private static void require(Viewer viewer) {
        if (!viewer.handlesQuarantine()) {
            throw new AccessDeniedException("quarantine");
        }
    }
}
