package fr.aubette.desk;

import fr.aubette.access.Viewer;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What could not be handled, with its reason and never its content, until a person decides. */
@Page
class QuarantinePage {

    private final Keeping keeping;

    QuarantinePage(Keeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/a-reprendre")
    String list(Viewer viewer, Model model) {
        model.addAttribute("entries", keeping.open(viewer));
        model.addAttribute("canReevaluate", keeping.canReevaluate());
        return "desk/quarantine";
    }

    @GetMapping("/a-reprendre/{id}/original")
    ResponseEntity<InputStreamResource> raw(Viewer viewer, @PathVariable UUID id) throws IOException {
        return keeping.raw(viewer, id);
    }

    @PostMapping("/a-reprendre/{id}/reessayer")
    String retry(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
        return back(next, keeping.retry(viewer, id) ? "retried" : "decided");
    }

    @PostMapping("/a-reprendre/{id}/reevaluer")
    String reevaluate(Viewer viewer, @PathVariable UUID id, RedirectAttributes next) {
        return back(next, keeping.reevaluate(viewer, id) ? "reevaluated" : "unable");
    }

    @PostMapping("/a-reprendre/{id}/ecarter")
    String discard(Viewer viewer, @PathVariable UUID id, @RequestParam String remark, RedirectAttributes next) {
        if (remark.isBlank()) {
            return back(next, "remark");
        }
        return back(next, keeping.discard(viewer, id, remark) ? "discarded" : "decided");
    }

    private static String back(RedirectAttributes next, String done) {
        next.addFlashAttribute("done", done);
        return "redirect:/a-reprendre";
    }
}
