package fr.aubette.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Viewer;
import fr.aubette.answer.paper.LetterPrinter;
import fr.aubette.archive.CopyGone;
import fr.aubette.archive.Eliminating;
import fr.aubette.archive.Elimination;
import fr.aubette.archive.Elimination.Paper;
import fr.aubette.archive.Elimination.Visa;
import fr.aubette.archive.Eliminations;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Bordereaux d'élimination: the mail room proposes which paper may go, notes the Archives' visa, and says that it went.
 */
@Page
class EliminationPage {

    private static final int SHOWN = 30;

    private final Eliminating eliminating;
    private final Eliminations book;
    private final Catalogue catalogue;
    private final LetterPrinter printer;
    private final Clock clock;

    EliminationPage(
            Eliminating eliminating, Eliminations book, Catalogue catalogue, LetterPrinter printer, Clock clock) {
        this.eliminating = eliminating;
        this.book = book;
        this.catalogue = catalogue;
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * Letters of one motive on a bordereau.
     *
     * @param retention months that the matter is kept, as the digital copy
     */
    public record Line(String motive, int retention, long letters, int sheets, LocalDate first, LocalDate last) {}

    @GetMapping("/eliminations")
    String list(Viewer viewer, Model model) {
        allowed(viewer);
        model.addAttribute("latest", eliminating.latest());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("drawn", book.recent(SHOWN));
        return "desk/eliminations";
    }

    @PostMapping("/eliminations/proposer")
    String draw(Viewer viewer, @RequestParam String until, RedirectAttributes next) {
        allowed(viewer);
        attempt(
                next,
                "elimination.drawn",
                "elimination.none",
                () -> eliminating.draw(LocalDate.parse(until), viewer.login()).isPresent());
        return "redirect:/eliminations";
    }

    @PostMapping("/eliminations/{id}/visa")
    String visa(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String by,
            @RequestParam String on,
            @RequestParam String reference,
            RedirectAttributes next) {
        Elimination drawn = find(viewer, id);
        attempt(
                next,
                "elimination.visa",
                "elimination.late",
                () -> eliminating.visa(
                        drawn, new Visa(by.strip(), LocalDate.parse(on), reference.strip()), viewer.login()));
        return "redirect:/eliminations";
    }

    @PostMapping("/eliminations/{id}/garder")
    String keepBack(Viewer viewer, @PathVariable UUID id, @RequestParam UUID letter, RedirectAttributes next) {
        find(viewer, id);
        attempt(next, "elimination.kept", "elimination.late", () -> book.keepBack(id, letter, viewer.login()));
        return "redirect:/eliminations";
    }

    @PostMapping("/eliminations/{id}/annuler")
    String withdraw(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
        find(viewer, id);
        attempt(
                next,
                "elimination.withdrawn",
                "elimination.late",
                () -> book.withdraw(id, viewer.login(), clock.instant()));
        return "redirect:/eliminations";
    }

    @PostMapping("/eliminations/{id}/detruite")
    String destroyed(Viewer viewer, @PathVariable UUID id, @RequestParam String on, RedirectAttributes next) {
        Elimination drawn = find(viewer, id);
        try {
            attempt(
                    next,
                    "elimination.destroyed",
                    "elimination.novisa",
                    () -> eliminating.destroyed(drawn, LocalDate.parse(on), viewer.login()));
        } catch (CopyGone e) {
            next.addFlashAttribute("gone", e.numbers());
        }
        return "redirect:/eliminations";
    }

    private interface Step {
        boolean done();
    }

    private static void attempt(RedirectAttributes next, String done, String problem, Step step) {
        boolean went;
        try {
            went = step.done();
        } catch (DateTimeParseException e) {
            went = false;
        }
        next.addFlashAttribute(went ? "done" : "problem", went ? done : problem);
    }

    @GetMapping("/eliminations/{id}/bordereau.pdf")
    ResponseEntity<byte[]> pdf(Viewer viewer, @PathVariable UUID id) {
        Elimination drawn = find(viewer, id);
        return Pdf.shown(
                "elimination-" + drawn.number(),
                printer.sheet("elimination", Map.of("drawn", drawn, "lines", lines(drawn), "motives", labels(drawn))));
    }

    @GetMapping("/eliminations/{id}/bordereau.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id) {
        Elimination drawn = find(viewer, id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("elimination-" + drawn.number() + ".csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(("\ufeff" + table(drawn)).getBytes(StandardCharsets.UTF_8));
    }

    private String table(Elimination drawn) {
        StringWriter table = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().fieldSeparator(';').build(table)) {
            rows.writeRecord("demande", "motif", "arrivee", "site", "faces", "feuilles", "sha256", "conservee");
            drawn.papers().forEach(each -> rows.writeRecord(row(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private List<String> row(Paper paper) {
        return List.of(
                paper.number(),
                label(paper.motive()),
                paper.arrivedOn().toString(),
                paper.site(),
                Integer.toString(paper.sides()),
                Integer.toString(paper.sheets()),
                paper.sha256(),
                paper.keptBack().isPresent() ? "oui" : "");
    }

    private List<Line> lines(Elimination drawn) {
        return drawn.going().stream().collect(Collectors.groupingBy(Paper::motive)).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Line::motive))
                .toList();
    }

    private Line line(String code, List<Paper> papers) {
        Motive motive = catalogue.motives().get(code);
        return new Line(
                label(code),
                motive == null ? 0 : motive.guide().retention(),
                papers.size(),
                papers.stream().mapToInt(Paper::sheets).sum(),
                papers.stream()
                        .map(Paper::arrivedOn)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                papers.stream()
                        .map(Paper::arrivedOn)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private Map<String, String> labels(Elimination drawn) {
        return drawn.papers().stream()
                .map(Paper::motive)
                .distinct()
                .collect(Collectors.toMap(code -> code, this::label));
    }

    private String label(String code) {
        Motive motive = catalogue.motives().get(code);
        return motive == null ? code : motive.label();
    }

    private Elimination find(Viewer viewer, UUID id) {
        allowed(viewer);
        return book.find(id).orElseThrow(NotThere::new);
    }

    private static void allowed(Viewer viewer) {
        if (!viewer.is(Kind.MAILROOM) && !viewer.is(Kind.ADMINISTRATOR)) {
            throw new AccessDeniedException("neither mail room nor administrator");
        }
    }
}
