package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.model.CallControl;
import fr.aubette.switchboard.AgentCalls;
import fr.aubette.switchboard.CallKey;
import fr.aubette.switchboard.DirectorySearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory of colleagues, searched as one types; from a call it passes the call on. */
@Page
class DirectoryPage {

    private static final int MOST = 12;

    private final DirectorySearch directory;
    private final AgentCalls calls;
    private final ObjectProvider<CallControl> control;
    private final Words words;

    DirectoryPage(DirectorySearch directory, AgentCalls calls, ObjectProvider<CallControl> control, Words words) {
        this.directory = directory;
        this.calls = calls;
        this.control = control;
        this.words = words;
    }

    @GetMapping("/annuaire")
    String search(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String appel,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece,
            Model model) {
        model.addAttribute("asked", q);
        model.addAttribute("found", directory.search(q, MOST));
        model.addAttribute("stale", directory.staleSince().orElse(null));
        model.addAttribute("today", words.today());
        model.addAttribute("passable", !appel.isEmpty() && passable(CallKey.ofCode(appel), viewer));
        return piece ? "desk/colleagues :: list" : "desk/directory";
    }

    private boolean passable(CallKey call, Viewer viewer) {
        return calls.speaking(call, viewer).isPresent() && control.stream().anyMatch(each -> each.takes(call.line()));
    }
}
