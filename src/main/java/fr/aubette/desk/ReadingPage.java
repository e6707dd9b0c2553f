package fr.aubette.desk;

import fr.aubette.access.ReadingRegister;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** "Who read my file", on one sheet to be given to the citizen who asks. */
@Page
class ReadingPage {

    private static final int MOST = 1_000;

    private final Citizens citizens;
    private final ReadingRegister register;

    ReadingPage(Citizens citizens, ReadingRegister register) {
        this.citizens = citizens;
        this.register = register;
    }

    @GetMapping("/usagers/{id}/lectures")
    String show(Viewer viewer, Sight sight, @PathVariable UUID id, Model model) {
        if (!viewer.is(Kind.SUPERVISOR) && !viewer.is(Kind.ADMINISTRATOR)) {
            throw new AccessDeniedException("no supervisor");
        }
        Citizens.Found citizen =
                citizens.file(id, sight).orElseThrow(NotThere::new).found();
        model.addAttribute("p", citizen);
        model.addAttribute("reads", register.of(citizen.id(), sight.hidden(), MOST));
        return "desk/readings";
    }
}
