package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Actor;
import fr.aubette.answer.AgentCard;
import fr.aubette.answer.AgentCards;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.CannotLeave;
import fr.aubette.answer.Submitting;
import fr.aubette.answer.TooLate;
import fr.aubette.desk.TicketFile.Header;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers on their way: taking back, agreeing, signing, refusing; and what citizens read of an agent. */
@Page
class AnswersPage {

    private final AnswerDesk desk;
    private final TicketFiles files;
    private final Submitting submitting;
    private final AgentCards cards;

    AnswersPage(AnswerDesk desk, TicketFiles files, Submitting submitting, AgentCards cards) {
        this.desk = desk;
        this.files = files;
        this.submitting = submitting;
        this.cards = cards;
    }

    /** What waits for this viewer; of the restricted way only what she sees anyway. */
    @GetMapping("/a-signer")
    String waiting(Viewer viewer, Sight sight, Model model) {
        List<AnswerDesk.Waiting> waiting = desk.waiting(viewer).stream()
                .filter(each -> !each.protectedLane() || seen(each.number(), sight))
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "open",
                waiting.stream()
                        .map(AnswerDesk.Waiting::number)
                        .filter(number -> seen(number, sight))
                        .toList());
        return "desk/waiting";
    }

    @PostMapping("/demandes/{number}/reponses/{id}/annuler")
    String takeBack(
            Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID id, RedirectAttributes next) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        if (!viewer.mayAct(ticket.directorate(), ticket.protectedLane()) || !desk.belongs(ticket, new AnswerId(id))) {
            throw new AccessDeniedException("led by " + ticket.directorate());
        }
        attempt(next, "answer.back", () -> submitting.takeBack(new AnswerId(id), AnswerDesk.actor(viewer)));
        return "redirect:/demandes/" + number + "#composer";
    }

    @PostMapping("/reponses/{id}/accorder")
    String agree(Viewer viewer, Sight sight, @PathVariable UUID id, RedirectAttributes next) {
        Actor actor = AnswerDesk.actor(viewer);
        allowed(viewer, sight, id);
        attempt(next, "answer.agreed", () -> submitting.agree(new AnswerId(id), actor));
        return "redirect:/a-signer";
    }

    @PostMapping("/reponses/{id}/refuser")
    String refuse(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        Actor actor = AnswerDesk.actor(viewer);
        allowed(viewer, sight, id);
        attempt(next, "answer.refused", () -> submitting.refuse(new AnswerId(id), actor, remark));
        return "redirect:/a-signer";
    }

    private void allowed(Viewer viewer, Sight sight, UUID id) {
        boolean hers = desk.waiting(viewer).stream()
                .filter(each -> each.shown().answer().id().value().equals(id))
                .anyMatch(each -> !each.protectedLane() || seen(each.number(), sight));
        if (!hers) {
            throw new AccessDeniedException("not hers to decide, or decided");
        }
    }

    private static void attempt(RedirectAttributes next, String done, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("done", done);
        } catch (TooLate e) {
            next.addFlashAttribute("problem", "answer.late");
        } catch (CannotLeave e) {
            next.addFlashAttribute("stop", e.stop());
        }
    }

    private boolean seen(String number, Sight sight) {
        return files.header(number, sight).filter(Header::whole).isPresent();
    }

    @GetMapping("/ma-fiche")
    String card(Viewer viewer, Model model) {
        model.addAttribute("card", cards.find(viewer.login()).orElseGet(() -> AgentCard.of(viewer.displayName())));
        return "desk/card";
    }

    @PostMapping("/ma-fiche")
    String saveCard(
            Viewer viewer,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean unnamed,
            RedirectAttributes next) {
        cards.save(
                viewer.login(),
                new AgentCard(viewer.displayName(), line(function), line(address), line(phone), unnamed));
        next.addFlashAttribute("done", "card");
        return "redirect:/ma-fiche";
    }

    private static String line(String given) {
        String one = given.replaceAll("\\p{Cntrl}+", " ").strip();
        return one.substring(0, Math.min(200, one.length()));
    }
}
