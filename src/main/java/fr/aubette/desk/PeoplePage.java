package fr.aubette.desk;

import fr.aubette.access.Accounts;
import fr.aubette.access.FirstAdministrator;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Rights;
import fr.aubette.access.Viewer;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts and their rights, for administrators. */
@Page
class PeoplePage {

    private final Accounts accounts;
    private final Catalogue catalogue;
    private final PasswordEncoder passwords;
    private final Clock clock;

    PeoplePage(Accounts accounts, Catalogue catalogue, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping("/agents")
    String list(Viewer viewer, Model model) {
        require(viewer);
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("choices", Rights.of(catalogue));
        return "desk/people";
    }

    @PostMapping("/agents")
    String create(
            Viewer viewer,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(name = "right", defaultValue = "") List<String> chosen,
            RedirectAttributes next) {
        require(viewer);
        next.addFlashAttribute("done", made(login, name, password, rights(chosen)));
        return "redirect:/agents";
    }

    @PostMapping("/agents/{id}/droits")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(name = "right", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean enabled,
            RedirectAttributes next) {
        require(viewer);
        Set<Right> rights = rights(chosen);
        boolean herself = id.equals(viewer.account());
        if (herself && (!enabled || !rights.contains(Right.everywhere(Kind.ADMINISTRATOR)))) {
            next.addFlashAttribute("done", "people.yourself");
            return "redirect:/agents";
        }
        accounts.changeRights(id, rights);
        accounts.enable(id, enabled);
        next.addFlashAttribute("done", "people.changed");
        return "redirect:/agents";
    }

    private String made(String login, String name, String password, Set<Right> rights) {
        try {
            FirstAdministrator.requireStrong(password);
            boolean made = accounts.create(
                    UUID.randomUUID(),
                    login.strip().toLowerCase(Locale.ROOT),
                    name.strip(),
                    passwords.encode(password),
                    rights,
                    clock.instant());
            return made ? "people.made" : "people.taken";
        } catch (Refused e) {
            return "first.short";
        } catch (DataIntegrityViolationException e) {
            return "first.login";
        }
    }

    private Set<Right> rights(List<String> chosen) {
        Set<Right> known = Set.copyOf(Rights.of(catalogue));
        return chosen.stream()
                .map(words -> words.split("/", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Right(Kind.ofCode(parts[0]), parts[1], parts[2]))
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    private static void require(Viewer viewer) {
        if (!viewer.is(Kind.ADMINISTRATOR)) {
            throw new AccessDeniedException("not an administrator");
        }
    }
}
