package fr.aubette.desk;

import fr.aubette.access.Accounts;
import fr.aubette.access.Accounts.Absence;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away, and who does her work meanwhile. Each plans her own absence; an administrator anybody's. */
@Page
class AbsencePage {

    private final Accounts accounts;
    private final Words words;

    AbsencePage(Accounts accounts, Words words) {
        this.accounts = accounts;
        this.words = words;
    }

    @GetMapping("/absences")
    String list(Viewer viewer, Model model) {
        model.addAttribute("absences", visible(viewer));
        model.addAttribute("people", accounts.all());
        return "desk/absences";
    }

    @PostMapping("/absences")
    String plan(
            Viewer viewer,
            @RequestParam(defaultValue = "") String who,
            @RequestParam String deputy,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            RedirectAttributes next) {
        String absent = viewer.is(Kind.ADMINISTRATOR) && !who.isBlank() ? who : viewer.login();
        boolean possible = !to.isBefore(from) && !absent.equals(deputy);
        if (possible) {
            accounts.plan(new Absence(UUID.randomUUID(), absent, deputy, from, to));
        }
        next.addFlashAttribute("done", possible ? "absence.planned" : "absence.wrong");
        return "redirect:/absences";
    }

    @PostMapping("/absences/{id}/annuler")
    String cancel(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
        boolean hers = visible(viewer).stream()
                .filter(each -> each.id().equals(id))
                .anyMatch(each -> viewer.is(Kind.ADMINISTRATOR) || each.login().equals(viewer.login()));
        if (hers) {
            accounts.cancel(id);
        }
        next.addFlashAttribute("done", hers ? "absence.cancelled" : "absence.wrong");
        return "redirect:/absences";
    }

    private List<Absence> visible(Viewer viewer) {
        return accounts.absences(words.today()).stream()
                .filter(each -> viewer.is(Kind.ADMINISTRATOR)
                        || each.login().equals(viewer.login())
                        || each.deputy().equals(viewer.login()))
                .toList();
    }
}
