package fr.aubette.desk;

import fr.aubette.access.Readings;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.Acting.Asked;
import fr.aubette.desk.Lines.Ask;
import fr.aubette.desk.Lines.Line;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for programs; see {@code docs/api.md}. */
@RestController
@RequestMapping("/api/tickets")
class TicketApi {

    private final Lines lines;
    private final TicketFiles files;
    private final Acting acting;
    private final Readings readings;
    private final DeskSettings settings;
    private final Words words;

    TicketApi(Lines lines, TicketFiles files, Acting acting, Readings readings, DeskSettings settings, Words words) {
        this.lines = lines;
        this.files = files;
        this.acting = acting;
        this.readings = readings;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    Found list(
            Viewer viewer,
            Sight sight,
            @RequestParam String directorate,
            @RequestParam(defaultValue = "open") String filter,
            @RequestParam(defaultValue = "") String after) {
        if (!viewer.directorates().contains(directorate)) {
            throw new AccessDeniedException("not her directorate");
        }
        Ask ask = new Ask(
                List.of(directorate),
                Filter.ofCode(filter),
                viewer.names(),
                words.today(),
                Cursor.of(after),
                settings.pageSize() + 1);
        List<Line> page = lines.page(ask, sight);
        if (page.size() <= settings.pageSize()) {
            return new Found(page, Optional.empty());
        }
        List<Line> shown = page.subList(0, settings.pageSize());
        return new Found(shown, Optional.of(shown.get(shown.size() - 1).cursor().toString()));
    }

    @GetMapping("/search")
    Found search(Sight sight, @RequestParam String q) {
        return new Found(
                q.isBlank() ? List.of() : lines.search(q.strip(), settings.pageSize(), sight), Optional.empty());
    }

    @GetMapping("/{number}")
    TicketFile one(Viewer viewer, Sight sight, @PathVariable String number) {
        TicketFile file = files.file(number, sight).orElseThrow(NotThere::new);
        if (file.header().whole()) {
            readings.note(viewer, file.header().id(), Readings.Purpose.API);
        }
        return file;
    }

    @PostMapping("/{number}/{verb}")
    TicketFile.Header act(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @PathVariable String verb,
            @RequestBody Body body) {
        Verb known = Verb.ofCode(verb).orElseThrow(NotThere::new);
        acting.act(
                viewer,
                sight,
                number,
                known,
                new Asked(
                        body.version().orElse(-1L),
                        body.text().orElse(""),
                        body.target().orElse("")));
        return files.header(number, sight).orElseThrow(NotThere::new);
    }

    /**
     * A page.
     *
     * @param next where the next one starts; empty on the last
     */
    record Found(List<Line> tickets, Optional<String> next) {}

    /** What comes with a verb; all but the version may be left out where the verb needs none. */
    record Body(Optional<Long> version, Optional<String> text, Optional<String> target) {}
}
