package fr.aubette.desk;

import fr.aubette.access.Accounts;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Viewer;
import fr.aubette.switchboard.Telephones;
import fr.aubette.switchboard.Telephones.Telephone;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sits at which telephone. An administrator says so: whoever could choose would read the calls of a colleague. */
@Page
class TelephonePage {

    private final Telephones telephones;
    private final Accounts accounts;

    TelephonePage(Telephones telephones, Accounts accounts) {
        this.telephones = telephones;
        this.accounts = accounts;
    }

    @GetMapping("/postes")
    String list(Viewer viewer, Model model) {
        require(viewer);
        var all = telephones.all();
        model.addAttribute("telephones", all);
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("line", all.isEmpty() ? "standard" : all.get(0).line());
        return "desk/telephones";
    }

    @PostMapping("/postes")
    String seat(
            Viewer viewer,
            @RequestParam String login,
            @RequestParam String line,
            @RequestParam String extension,
            RedirectAttributes next) {
        require(viewer);
        boolean possible = accounts.find(login).isPresent()
                && line.matches("[a-z][a-z0-9-]{0,40}")
                && extension.matches("[0-9A-Za-z_.-]{1,40}");
        if (possible) {
            telephones.seat(new Telephone(login, line, extension));
        }
        next.addFlashAttribute("done", possible ? "seated" : "seated.not");
        return "redirect:/postes";
    }

    @PostMapping("/postes/retirer")
    String leave(Viewer viewer, @RequestParam String login, RedirectAttributes next) {
        require(viewer);
        telephones.leave(login);
        next.addFlashAttribute("done", "seated");
        return "redirect:/postes";
    }

    private static void require(Viewer viewer) {
        if (!viewer.is(Kind.ADMINISTRATOR)) {
            throw new AccessDeniedException("not an administrator");
        }
    }
}
