package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.ticket.FalseAlarms;
import fr.aubette.ticket.NotPossible;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a restricted desk gave back as false alarms: who, when and why, and the way to take it back. */
@Page
class FalseAlarmPage {

    private final FalseAlarms alarms;

    FalseAlarmPage(FalseAlarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/fausses-alertes")
    String list(Viewer viewer, Model model) {
        if (viewer.protectedIn().isEmpty()) {
            throw new NotThere();
        }
        model.addAttribute("alarms", alarms.of(viewer.protectedIn()));
        return "desk/false-alarms";
    }

    @PostMapping("/fausses-alertes/{number}/annuler")
    String undo(Viewer viewer, @PathVariable String number, RedirectAttributes next) {
        if (viewer.protectedIn().isEmpty()) {
            throw new NotThere();
        }
        try {
            alarms.undo(number, viewer.protectedIn(), viewer.login());
        } catch (NotPossible | IllegalArgumentException e) {
            throw new NotThere();
        }
        next.addFlashAttribute("done", "alarm_again");
        return "redirect:/demandes/" + number;
    }
}
