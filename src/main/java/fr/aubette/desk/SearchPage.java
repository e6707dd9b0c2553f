package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search over all that the viewer may see: people as one types, and tickets. */
@Page
class SearchPage {

    static final int MOST_CITIZENS = 20;

    private static final int MOST_TICKETS = 100;
    private static final int MOST_AT_ONCE = 8;

    private final Lines lines;
    private final Citizens citizens;

    SearchPage(Lines lines, Citizens citizens) {
        this.lines = lines;
        this.citizens = citizens;
    }

    @GetMapping("/recherche")
    String search(Viewer viewer, Sight sight, @RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        String asked = typed.strip();
        model.addAttribute("q", asked);
        model.addAttribute("people", people(viewer, sight, asked, MOST_CITIZENS));
        model.addAttribute("lines", asked.isEmpty() ? List.of() : lines.search(asked, MOST_TICKETS, sight));
        return "desk/search";
    }

    /** What hangs under the field while one types. */
    @GetMapping("/recherche/usagers")
    String atOnce(Viewer viewer, Sight sight, @RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        model.addAttribute("people", people(viewer, sight, typed.strip(), MOST_AT_ONCE));
        return "desk/found :: quick";
    }

    private List<Citizens.Found> people(Viewer viewer, Sight sight, String typed, int most) {
        return typed.isEmpty() || !viewer.meetsCitizens() ? List.of() : citizens.search(typed, most, sight);
    }
}
