package fr.aubette.desk;

import fr.aubette.access.Right;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.intake.AlarmWords;
import fr.aubette.intake.ContentStore;
import fr.aubette.mailroom.PageBook;
import fr.aubette.mailroom.PageBook.PageRef;
import fr.aubette.normalise.letter.PagePictures;
import fr.aubette.normalise.letter.PagePictures.Picture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Pictures of pages: for the mail room while a page's letter waits for it, for an agent those of a letter that is all
 * hers. Never another letter's of the same file.
 */
@Controller
class PagePicture {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final PageBook pages;
    private final PagePictures pictures;
    private final TicketFiles files;
    private final ContentStore contents;
    private final AlarmWords alarm;

    PagePicture(PageBook pages, PagePictures pictures, TicketFiles files, ContentStore contents, AlarmWords alarm) {
        this.pages = pages;
        this.pictures = pictures;
        this.files = files;
        this.contents = contents;
        this.alarm = alarm;
    }

    @GetMapping("/courrier/lots/{id}/pages/{page}")
    ResponseEntity<byte[]> waiting(Viewer viewer, @PathVariable UUID id, @PathVariable int page) {
        MailroomPage.require(viewer);
        PageRef found = pages.forMailroom(id, page).orElseThrow(NotThere::new);
        if (!viewer.is(Right.Kind.PROTECTED) && alarm.alarming(found.text())) {
            throw new AccessDeniedException("a protected content");
        }
        return picture(found, page);
    }

    @GetMapping("/demandes/{number}/courriers/{contact}/pages/{page}")
    ResponseEntity<byte[]> ofTicket(
            Sight sight, @PathVariable String number, @PathVariable UUID contact, @PathVariable int page) {
        return picture(own(sight, number, contact, page), page);
    }

    /** Five numbers for each word: confidence, then left, top, width, height in hundredths of a percent of the page. */
    @GetMapping("/demandes/{number}/courriers/{contact}/pages/{page}/mots")
    ResponseEntity<List<Integer>> words(
            Sight sight, @PathVariable String number, @PathVariable UUID contact, @PathVariable int page) {
        PageRef found = own(sight, number, contact, page);
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(found.words().isEmpty() ? List.of() : places(found, page));
    }

    private PageRef own(Sight sight, String number, UUID contact, int page) {
        return files.original(number, contact, sight)
                .flatMap(original -> pages.ofContact(contact, page))
                .orElseThrow(NotThere::new);
    }

    private List<Integer> places(PageRef found, int page) {
        Picture picture = painted(found, page);
        int[] of = {100, picture.width(), picture.height(), picture.width(), picture.height()};
        String[] numbers = found.words().split(" ");
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> i % of.length == 0
                        ? Integer.parseInt(numbers[i])
                        : (int) Math.round(10_000.0 * Integer.parseInt(numbers[i]) / of[i % of.length]))
                .toList();
    }

    private Picture painted(PageRef found, int page) {
        return pictures.of(found.sha256(), contents.find(found.sha256()), page, found.rotation())
                .orElseThrow(NotThere::new);
    }

    private ResponseEntity<byte[]> picture(PageRef found, int page) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(MediaType.IMAGE_JPEG)
                .body(painted(found, page).jpeg());
    }
}
