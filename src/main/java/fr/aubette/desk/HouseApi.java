package fr.aubette.desk;

import fr.aubette.access.Right.Kind;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.UnreadMessages.Unread;
import fr.aubette.model.Catalogue;
import fr.aubette.quarantine.QuarantineBook.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The quarantine and the books for programs; see {@code docs/api.md}. */
@RestController
@RequestMapping("/api")
class HouseApi {

    /** Most messages of one answer. */
    private static final int PAGE = 100;

    private final Keeping keeping;
    private final Books books;
    private final UnreadMessages unread;
    private final Catalogue catalogue;

    HouseApi(Keeping keeping, Books books, UnreadMessages unread, Catalogue catalogue) {
        this.keeping = keeping;
        this.books = books;
        this.unread = unread;
        this.catalogue = catalogue;
    }

    @GetMapping("/equation")
    List<Books.Account> equation() {
        return books.read();
    }

    @GetMapping("/missed")
    MissedPage missed(
            Viewer viewer,
            Sight sight,
            @RequestParam(defaultValue = "") String directorate,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        List<String> may = viewer.is(Kind.ADMINISTRATOR)
                ? List.copyOf(catalogue.directorates().keySet())
                : viewer.directorates();
        if (!directorate.isEmpty() && !may.contains(directorate)) {
            throw new NotThere();
        }
        List<Unread> found = unread.page(directorate.isEmpty() ? may : List.of(directorate), before, PAGE, sight);
        return new MissedPage(
                found,
                found.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(found.get(PAGE - 1).id()));
    }

    /**
     * The latest first.
     *
     * @param next to pass as {@code before}; empty at the end
     */
    record MissedPage(List<Unread> messages, Optional<Long> next) {}

    @GetMapping("/quarantine")
    List<Entry> quarantine(Viewer viewer) {
        return keeping.open(viewer);
    }

    @GetMapping("/quarantine/{id}/raw")
    ResponseEntity<InputStreamResource> raw(Viewer viewer, @PathVariable UUID id) throws IOException {
        return keeping.raw(viewer, id);
    }

    @PostMapping("/quarantine/{id}/retry")
    ResponseEntity<Void> retry(Viewer viewer, @PathVariable UUID id) {
        return decided(keeping.retry(viewer, id));
    }

    @PostMapping("/quarantine/{id}/re-evaluate")
    ResponseEntity<Void> reevaluate(Viewer viewer, @PathVariable UUID id) {
        if (!keeping.reevaluate(viewer, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED, "this hub cannot evaluate again");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/quarantine/{id}/discard")
    ResponseEntity<Void> discard(Viewer viewer, @PathVariable UUID id, @RequestBody Map<String, String> body) {
        String remark = body.getOrDefault("remark", "");
        if (remark.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a remark is needed");
        }
        return decided(keeping.discard(viewer, id, remark));
    }

    private static ResponseEntity<Void> decided(boolean done) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "somebody decided before");
        }
        return ResponseEntity.noContent().build();
    }
}
