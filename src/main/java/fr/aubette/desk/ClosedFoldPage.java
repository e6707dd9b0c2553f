package fr.aubette.desk;

import fr.aubette.access.Right.Kind;
import fr.aubette.access.Viewer;
import fr.aubette.mailroom.ClosedFolds;
import fr.aubette.mailroom.ClosedFolds.ClosedFold;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the mail room registers a fold that stays closed, and says where it lies. */
@Page
class ClosedFoldPage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ClosedFolds folds;
    private final Catalogue catalogue;
    private final Clock clock;

    ClosedFoldPage(ClosedFolds folds, Catalogue catalogue, Clock clock) {
        this.folds = folds;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/plis")
    String form(Viewer viewer, Model model) {
        allowed(viewer);
        model.addAttribute("entry", UUID.randomUUID());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), PARIS));
        model.addAttribute(
                "motives",
                catalogue.motives().values().stream()
                        .filter(each -> !each.hidden() && !each.protectedLane())
                        .sorted(Comparator.comparing(Motive::label))
                        .toList());
        return "desk/closed-fold";
    }

    @PostMapping("/plis")
    String register(
            Viewer viewer,
            @RequestParam UUID entry,
            @RequestParam String why,
            @RequestParam String place,
            @RequestParam String arrived,
            @RequestParam(defaultValue = "") String registered,
            @RequestParam(defaultValue = "") String motive,
            @RequestParam(defaultValue = "") String site,
            RedirectAttributes next) {
        allowed(viewer);
        try {
            folds.register(
                    entry, new ClosedFold(why, place, LocalDate.parse(arrived), registered, motive, site.strip()));
            next.addFlashAttribute("done", "fold");
        } catch (IllegalArgumentException | DateTimeParseException e) {
            next.addFlashAttribute("problem", "fold.wrong");
        }
        return "redirect:/plis";
    }

    private static void allowed(Viewer viewer) {
        if (!viewer.is(Kind.MAILROOM)) {
            throw new AccessDeniedException("not the mail room");
        }
    }
}
