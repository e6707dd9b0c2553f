package fr.aubette.desk;

import fr.aubette.access.Right.Kind;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Posting;
import fr.aubette.answer.PrintBatch;
import fr.aubette.answer.PrintBook;
import fr.aubette.answer.Printing;
import fr.aubette.answer.TooLate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Letters printed in batches with their slip: by the mail room whatever it may read, by others what their own tickets
 * owe.
 */
@Page
class PrintPage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration SHOWN = Duration.ofDays(14);
    private static final int MOST = 60;

    private final Printing printing;
    private final PrintBook batches;
    private final TicketFiles files;
    private final Clock clock;

    PrintPage(Printing printing, PrintBook batches, TicketFiles files, Clock clock) {
        this.printing = printing;
        this.batches = batches;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/impressions")
    String batches(Viewer viewer, Sight sight, Model model) {
        List<Posting.Sheet> waiting = printing.waiting().stream()
                .filter(each -> prints(each, viewer, sight))
                .toList();
        model.addAttribute(
                "ready", waiting.stream().filter(Posting.Sheet::hasAddress).count());
        model.addAttribute(
                "addressless",
                waiting.stream().filter(each -> !each.hasAddress()).toList());
        model.addAttribute("today", today());
        model.addAttribute(
                "batches",
                batches.recent(clock.instant().minus(SHOWN), MOST).stream()
                        .filter(each -> hers(each, viewer, sight))
                        .toList());
        return "desk/printing";
    }

    @PostMapping("/impressions/preparer")
    String make(Viewer viewer, Sight sight, RedirectAttributes next) {
        Optional<PrintBatch> made =
                printing.make(AnswerDesk.actor(viewer), each -> prints(each, viewer, sight), !viewer.is(Kind.MAILROOM));
        next.addFlashAttribute(made.isPresent() ? "done" : "problem", made.isPresent() ? "print.made" : "print.none");
        return "redirect:/impressions";
    }

    @PostMapping("/impressions/{id}/imprimer")
    ResponseEntity<StreamingResponseBody> print(Viewer viewer, Sight sight, @PathVariable UUID id) {
        PrintBatch batch = batch(id, viewer, sight);
        return Pdf.headed("lot-" + batch.number()).body(out -> printing.print(batch, AnswerDesk.actor(viewer), out));
    }

    @PostMapping("/impressions/{id}/retirer")
    String takeOut(
            Viewer viewer, Sight sight, @PathVariable UUID id, @RequestParam int place, RedirectAttributes next) {
        printing.takeOut(batch(id, viewer, sight), place, viewer.login());
        next.addFlashAttribute("done", "print.out");
        return "redirect:/impressions";
    }

    @PostMapping("/impressions/{id}/postee")
    String posted(Viewer viewer, Sight sight, @PathVariable UUID id, @RequestParam String on, RedirectAttributes next) {
        try {
            List<Integer> kept =
                    printing.posted(batch(id, viewer, sight), LocalDate.parse(on), AnswerDesk.actor(viewer));
            next.addFlashAttribute("done", "print.posted");
            next.addFlashAttribute("kept", kept);
        } catch (TooLate | DateTimeParseException e) {
            next.addFlashAttribute("problem", "print.late");
        }
        return "redirect:/impressions";
    }

    private PrintBatch batch(UUID id, Viewer viewer, Sight sight) {
        return batches.find(id).filter(each -> hers(each, viewer, sight)).orElseThrow(NotThere::new);
    }

    private boolean hers(PrintBatch batch, Viewer viewer, Sight sight) {
        return viewer.is(Kind.MAILROOM) && !batch.restricted()
                || batch.letters().stream().allMatch(each -> leads(each.number(), viewer, sight));
    }

    private boolean prints(Posting.Sheet sheet, Viewer viewer, Sight sight) {
        return viewer.is(Kind.MAILROOM) ? !sheet.confidential() : leads(sheet.number(), viewer, sight);
    }

    private boolean leads(String number, Viewer viewer, Sight sight) {
        return files.header(number, sight)
                .filter(each -> each.whole() && viewer.mayAct(each.directorate(), each.protectedLane()))
                .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
