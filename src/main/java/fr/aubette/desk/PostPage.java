package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Acknowledging;
import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.CannotLeave;
import fr.aubette.answer.Posting;
import fr.aubette.answer.Printing;
import fr.aubette.answer.TooLate;
import fr.aubette.desk.TicketFile.Header;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acknowledgements, and what is printed and posted: written for paper, or come back. */
@Page
class PostPage {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Most letters shown as waiting. */
    private static final int MOST = 200;

    private final AnswerDesk desk;
    private final TicketFiles files;
    private final Acknowledging acknowledging;
    private final Posting posting;
    private final Printing printing;
    private final Clock clock;

    PostPage(
            AnswerDesk desk,
            TicketFiles files,
            Acknowledging acknowledging,
            Posting posting,
            Printing printing,
            Clock clock) {
        this.desk = desk;
        this.files = files;
        this.acknowledging = acknowledging;
        this.posting = posting;
        this.printing = printing;
        this.clock = clock;
    }

    /** What waits, of the tickets that this viewer works on. */
    @GetMapping("/a-poster")
    String waiting(Viewer viewer, Sight sight, Model model) {
        model.addAttribute(
                "waiting",
                posting.waiting(MOST).stream()
                        .filter(each -> files.header(each.number(), sight)
                                .filter(ticket -> hers(ticket, viewer))
                                .isPresent())
                        .toList());
        return "desk/to-post";
    }

    @PostMapping("/demandes/{number}/accuser")
    String acknowledge(Viewer viewer, Sight sight, @PathVariable String number, RedirectAttributes next) {
        Header ticket = own(viewer, sight, number);
        try {
            Answer.State state = acknowledging.acknowledge(ticket.id(), AnswerDesk.actor(viewer));
            next.addFlashAttribute("done", state == Answer.State.PAPER ? "acknowledge.paper" : "acknowledge");
        } catch (TooLate e) {
            next.addFlashAttribute("problem", "acknowledge.late");
        } catch (CannotLeave e) {
            next.addFlashAttribute("stop", e.stop());
        }
        return "redirect:/demandes/" + number + "#composer";
    }

    @GetMapping("/demandes/{number}/reponses/{id}/papier")
    ResponseEntity<byte[]> paper(Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID id) {
        AnswerId answer = answer(own(viewer, sight, number), id);
        try {
            return Pdf.shown("lettre-" + number, printing.pdf(posting.sheet(answer)));
        } catch (TooLate e) {
            throw new NotThere();
        }
    }

    @PostMapping("/demandes/{number}/reponses/{id}/postee")
    String posted(
            Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID id, RedirectAttributes next) {
        AnswerId answer = answer(own(viewer, sight, number), id);
        try {
            posting.posted(answer, LocalDate.ofInstant(clock.instant(), PARIS), AnswerDesk.actor(viewer));
            next.addFlashAttribute("done", "answer.posted");
        } catch (TooLate e) {
            next.addFlashAttribute("problem", "answer.late");
        } catch (CannotLeave e) {
            next.addFlashAttribute("stop", e.stop());
        }
        return "redirect:/a-poster";
    }

    private AnswerId answer(Header ticket, UUID id) {
        AnswerId answer = new AnswerId(id);
        if (!desk.belongs(ticket, answer)) {
            throw new NotThere();
        }
        return answer;
    }

    private Header own(Viewer viewer, Sight sight, String number) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        if (!hers(ticket, viewer)) {
            throw new AccessDeniedException("led by " + ticket.directorate());
        }
        return ticket;
    }

    private static boolean hers(Header ticket, Viewer viewer) {
        return ticket.whole() && viewer.mayAct(ticket.directorate(), ticket.protectedLane());
    }
}
