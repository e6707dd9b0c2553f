package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.ticket.NotPossible;
import fr.aubette.ticket.ToReturn;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What lay with letters and must go back: the mail room's tasks, and those of who answers. */
@Page
class ToReturnPage {

    private static final int MOST = 200;

    private final ToReturnLines lines;
    private final ToReturn items;

    ToReturnPage(ToReturnLines lines, ToReturn items) {
        this.lines = lines;
        this.items = items;
    }

    @GetMapping("/a-rendre")
    String show(Viewer viewer, Sight sight, Model model) {
        model.addAttribute("items", lines.waiting(sight, viewer.handlesMail(), MOST));
        return "desk/to-return";
    }

    @PostMapping("/a-rendre/{contact}")
    String wentBack(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID contact,
            @RequestParam(name = "comment", defaultValue = "") String how,
            RedirectAttributes next) {
        boolean hers = lines.waiting(sight, viewer.handlesMail(), Integer.MAX_VALUE).stream()
                .anyMatch(each -> each.contact().equals(contact));
        if (!hers) {
            throw new NotThere();
        }
        try {
            items.wentBack(contact, how, viewer.login());
            next.addFlashAttribute("done", "returned");
        } catch (NotPossible e) {
            next.addFlashAttribute("problem", "toreturn.how.missing");
        }
        return "redirect:/a-rendre";
    }
}
