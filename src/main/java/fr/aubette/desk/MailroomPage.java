package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.mailroom.Batch;
import fr.aubette.mailroom.BatchBook;
import fr.aubette.mailroom.BatchBook.Asked;
import fr.aubette.mailroom.BatchBook.LetterLine;
import fr.aubette.mailroom.BatchBook.SheetLine;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail room's batches: what became of each page, and who must do something. Not a word of a letter is shown. */
@Page
class MailroomPage {

    /** Batches and letters shown at once. */
    private static final int MOST = 60;

    private final BatchBook book;
    private final Catalogue catalogue;
    private final Words words;
    private final DeskSettings settings;
    private final Clock clock;

    MailroomPage(BatchBook book, Catalogue catalogue, Words words, DeskSettings settings, Clock clock) {
        this.book = book;
        this.catalogue = catalogue;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/courrier")
    String show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String numero,
            @RequestParam(defaultValue = "") String expediteur,
            @RequestParam(defaultValue = "") String jour,
            Model model) {
        require(viewer);
        Instant today = words.today().atStartOfDay(settings.zone()).toInstant();
        List<Batch> batches = book.recent(today, MOST);
        model.addAttribute("batches", batches);
        model.addAttribute("again", book.again(batches.stream().map(Batch::id).toList()));
        model.addAttribute("most", MOST);
        model.addAttribute("total", book.totals(today));
        model.addAttribute("missing", batches.stream().mapToInt(Batch::missing).sum());
        model.addAttribute("now", clock.instant());
        Asked asked = new Asked(numero.strip(), expediteur.strip(), day(jour));
        model.addAttribute("asked", asked);
        model.addAttribute("found", book.search(asked, hidden(), MOST));
        return "desk/mailroom";
    }

    @GetMapping("/courrier/lots/{id}")
    String batch(Viewer viewer, @PathVariable UUID id, Model model) {
        require(viewer);
        model.addAttribute("b", book.find(id).orElseThrow(NotThere::new));
        model.addAttribute("again", book.again(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("sheets", book.sheets(id));
        model.addAttribute("letters", book.letters(id));
        model.addAttribute("now", clock.instant());
        return "desk/batch";
    }

    /** The pages of a letter that waits, as pictures. */
    @GetMapping("/courrier/lots/{id}/couper/{letter}")
    String cut(Viewer viewer, @PathVariable UUID id, @PathVariable int letter, Model model) {
        require(viewer);
        LetterLine waiting = book.letters(id).stream()
                .filter(each -> each.number() == letter && each.cuttable())
                .findFirst()
                .orElseThrow(NotThere::new);
        List<SheetLine> sheets = book.sheets(id).stream()
                .filter(sheet -> sheet.letter().equals(Optional.of(letter)))
                .toList();
        model.addAttribute("b", book.find(id).orElseThrow(NotThere::new));
        model.addAttribute("letter", waiting);
        model.addAttribute("sheets", sheets);
        return "desk/cut";
    }

    static void require(Viewer viewer) {
        if (!viewer.handlesMail()) {
            throw new AccessDeniedException("mail room");
        }
    }

    private List<String> hidden() {
        return catalogue.motives().values().stream()
                .filter(Motive::hidden)
                .map(Motive::code)
                .toList();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
