package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.mailroom.BatchBook;
import fr.aubette.mailroom.Cutting;
import fr.aubette.ticket.Arrivals;
import fr.aubette.ticket.NotPossible;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the mail room does with a batch: says where a letter ends, and when one arrived. */
@Page
class MailroomActs {

    private final BatchBook book;
    private final Cutting cutting;
    private final Arrivals arrivals;

    MailroomActs(BatchBook book, Cutting cutting, Arrivals arrivals) {
        this.book = book;
        this.cutting = cutting;
        this.arrivals = arrivals;
    }

    @PostMapping("/courrier/lots/{id}/couper/{letter}")
    String cut(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int letter,
            @RequestParam(name = "debut", defaultValue = "") List<Integer> begins,
            @RequestParam(name = "ecrite", defaultValue = "") List<Integer> notBlank,
            RedirectAttributes next) {
        MailroomPage.require(viewer);
        try {
            int made = cutting.cut(id, letter, begins, notBlank, viewer.login());
            next.addFlashAttribute("done", made == 0 ? "cut.before" : "cut");
        } catch (Cutting.NoLetterLeft e) {
            next.addFlashAttribute("problem", "cut.noletter");
            return "redirect:/courrier/lots/" + id + "/couper/" + letter;
        }
        return "redirect:/courrier/lots/" + id;
    }

    @PostMapping("/courrier/lots/{id}/plis/{letter}/arrivee")
    String arrived(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable int letter,
            @RequestParam(name = "jour", defaultValue = "") String typed,
            RedirectAttributes next) {
        MailroomPage.require(viewer);
        Optional<LocalDate> day = MailroomPage.day(typed);
        try {
            arrivals.correct(
                    book.intake(id, letter).orElseThrow(NotThere::new),
                    day.orElseThrow(() -> new NotPossible(NotPossible.Why.NO_DAY)),
                    viewer.login());
            next.addFlashAttribute("done", "arrival");
        } catch (NotPossible e) {
            next.addFlashAttribute("problem", "arrival.wrong");
        }
        return "redirect:/courrier/lots/" + id;
    }
}
