package fr.aubette.desk;

import fr.aubette.access.OwnPassword;
import fr.aubette.access.OwnPassword.Outcome;
import fr.aubette.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where whoever is signed in changes her own password. */
@Page
class PasswordPage {

    private final OwnPassword own;

    PasswordPage(OwnPassword own) {
        this.own = own;
    }

    @GetMapping("/mot-de-passe")
    String show(Viewer viewer) {
        return "desk/password";
    }

    @PostMapping("/mot-de-passe")
    String change(
            Viewer viewer,
            @RequestParam String old,
            @RequestParam String wanted,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Outcome outcome = own.change(viewer, old, wanted, request);
        if (outcome == Outcome.CHANGED) {
            next.addFlashAttribute("done", "password");
            return "redirect:/mot-de-passe";
        }
        model.addAttribute("problem", "own." + outcome.name().toLowerCase(Locale.ROOT));
        return "desk/password";
    }
}
