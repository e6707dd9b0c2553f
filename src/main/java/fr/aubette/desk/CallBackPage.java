package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.FactsBook;
import fr.aubette.answer.Wish;
import fr.aubette.answer.Wishes;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.model.Refused;
import fr.aubette.switchboard.CallBack;
import fr.aubette.switchboard.CallBack.Why;
import fr.aubette.switchboard.CallBackRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is owed a call, the longest wait first, and calling them. */
@Page
class CallBackPage {

    /** Most rows of each list. */
    private static final int MOST = 100;

    private final CallBackRows backs;
    private final Placing placing;
    private final TicketFiles files;
    private final FactsBook facts;
    private final Wishes wishes;
    private final Words words;
    private final DeskSettings settings;
    private final Clock clock;

    CallBackPage(
            CallBackRows backs,
            Placing placing,
            TicketFiles files,
            FactsBook facts,
            Wishes wishes,
            Words words,
            DeskSettings settings,
            Clock clock) {
        this.backs = backs;
        this.placing = placing;
        this.files = files;
        this.facts = facts;
        this.wishes = wishes;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/appels")
    String list(Viewer viewer, Sight sight, Model model) {
        model.addAttribute("owed", backs.owed(MOST, sight));
        model.addAttribute(
                "ended", backs.ended(words.today().atStartOfDay(settings.zone()).toInstant(), MOST, sight));
        model.addAttribute("canPlace", placing.can(viewer));
        return "desk/calls";
    }

    @PostMapping("/appels/rappels/{id}")
    String act(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam(name = "do") String what,
            RedirectAttributes next) {
        CallBack back = backs.find(id, sight).orElseThrow(NotThere::new);
        try {
            switch (what) {
                case "appeler" -> call(viewer, sight, back);
                case "absent" -> backs.tried(id);
                case "joint" -> backs.end(id, Why.REACHED, Optional.of(viewer.login()), clock.instant());
                case "abandonner" -> backs.end(id, Why.GIVEN_UP, Optional.of(viewer.login()), clock.instant());
                default -> throw new NotThere();
            }
            next.addFlashAttribute("done", "back." + what);
        } catch (Refused e) {
            next.addFlashAttribute("refusal", e.getMessage());
        }
        return "redirect:/appels";
    }

    private void call(Viewer viewer, Sight sight, CallBack back) {
        Header ticket = files.header(back.ticket(), sight).orElseThrow(NotThere::new);
        refuseUnwished(ticket);
        if (!backs.take(back.id(), viewer.login())) {
            throw new Refused("Un collègue s'en charge déjà.");
        }
        if (placing.can(viewer)) {
            placing.place(viewer, back.number());
        }
    }

    /** Calls a number of a ticket's citizen. */
    @PostMapping("/demandes/{number}/appeler")
    String callFromTicket(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @RequestParam String telephone,
            RedirectAttributes next) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        try {
            refuseUnwished(ticket);
            placing.place(viewer, telephone);
            next.addFlashAttribute("done", "back.appeler");
        } catch (Refused e) {
            next.addFlashAttribute("refusal", e.getMessage());
        }
        return "redirect:/demandes/" + number;
    }

    /** Whoever asked never to be called is not, whatever the way. */
    private void refuseUnwished(Header ticket) {
        List<Wish> said = facts.of(ticket.id()).citizen().map(wishes::of).orElse(List.of());
        if (said.stream().anyMatch(each -> each.kind() == Wish.Kind.NEVER_PHONE)) {
            throw new Refused("Cette personne a demandé à ne jamais être appelée.");
        }
    }
}
