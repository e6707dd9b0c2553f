package fr.aubette.desk;

import fr.aubette.access.Accounts;
import fr.aubette.access.FirstAdministrator;
import fr.aubette.model.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the making of the first administrator. */
@Page
class SignInPage {

    private final Accounts accounts;
    private final FirstAdministrator first;

    SignInPage(Accounts accounts, FirstAdministrator first) {
        this.accounts = accounts;
        this.first = first;
    }

    @GetMapping("/connexion")
    String signIn() {
        return accounts.none() ? "redirect:/premiere-connexion" : "desk/sign-in";
    }

    @GetMapping("/premiere-connexion")
    String first() {
        return accounts.none() ? "desk/first" : "redirect:/connexion";
    }

    @PostMapping("/premiere-connexion")
    String make(
            @RequestParam String code,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            Model model) {
        model.addAttribute("login", login);
        model.addAttribute("name", name);
        try {
            if (first.make(code, login, name, password)) {
                return "redirect:/connexion?pret";
            }
            model.addAttribute("problem", "first.wrong");
        } catch (Refused e) {
            model.addAttribute("problem", "first.short");
        } catch (DataIntegrityViolationException e) {
            model.addAttribute("problem", "first.login");
        }
        return "desk/first";
    }
}
