package fr.aubette.desk;

import fr.aubette.access.Right;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.Lines.Ask;
import fr.aubette.desk.Lines.Line;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: a directorate's tickets. */
@Page
class ListPage {

    private final Lines lines;
    private final DeskSettings settings;
    private final Words words;

    ListPage(Lines lines, DeskSettings settings, Words words) {
        this.lines = lines;
        this.settings = settings;
        this.words = words;
    }

    /** To the list, or to what somebody without tickets came for. */
    @GetMapping("/")
    String start(Viewer viewer) {
        if (!viewer.directorates().isEmpty() || viewer.is(Right.Kind.SWITCHBOARD)) {
            return "redirect:/demandes";
        }
        return viewer.is(Right.Kind.ADMINISTRATOR) ? "redirect:/agents" : "redirect:/comptes";
    }

    @GetMapping("/demandes")
    String list(
            Viewer viewer,
            Sight sight,
            @RequestParam(name = "direction", defaultValue = "") String asked,
            @RequestParam(name = "filtre", defaultValue = "open") String filterCode,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Model model) {
        Filter filter = Filter.ofCode(filterCode);
        String directorate = chosen(viewer, asked);
        Ask ask = new Ask(
                asked(viewer, directorate),
                filter,
                viewer.names(),
                words.today(),
                Cursor.of(after),
                settings.pageSize() + 1);
        List<Line> page = lines.page(ask, sight);
        boolean more = page.size() > settings.pageSize();
        List<Line> shown = more ? page.subList(0, settings.pageSize()) : page;
        model.addAttribute("directorate", directorate);
        model.addAttribute("filter", filter);
        model.addAttribute("filters", Filter.values());
        model.addAttribute("counts", lines.counts(ask, sight));
        model.addAttribute("most", Lines.MOST);
        model.addAttribute("lines", shown);
        model.addAttribute("after", after);
        model.addAttribute("next", more ? shown.get(shown.size() - 1).cursor().toString() : "");
        return "desk/list";
    }

    /** The directorate asked for; blank for all of hers, which is what she sees first. */
    private static String chosen(Viewer viewer, String asked) {
        if (viewer.directorates().size() == 1) {
            return viewer.directorates().get(0);
        }
        return viewer.directorates().contains(asked) ? asked : "";
    }

    private static List<String> asked(Viewer viewer, String chosen) {
        return chosen.isEmpty() ? viewer.directorates() : List.of(chosen);
    }
}
