package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Actor;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.model.Letter;
import fr.aubette.normalise.letter.ReadingCopies;
import fr.aubette.partner.NotTransferred;
import fr.aubette.partner.Transferring;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.Stale;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passing a request on, and noting what the other institution says. */
@Page
class TransferPage {

    private final TicketFiles files;
    private final Transferring transferring;
    private final ReadingCopies copies;

    TransferPage(TicketFiles files, Transferring transferring, ReadingCopies copies) {
        this.copies = copies;
        this.files = files;
        this.transferring = transferring;
    }

    @PostMapping("/demandes/{number}/transmission/{word}")
    String act(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        if (!viewer.mayAct(ticket.directorate(), ticket.protectedLane())) {
            throw new AccessDeniedException("led by " + ticket.directorate());
        }
        Act act = new Act(ticket.id(), version, viewer.login());
        Actor actor = AnswerDesk.actor(viewer);
        try {
            switch (word) {
                case "envoyer" -> {
                    copies(number, sight);
                    transferring.transfer(act, actor, target, address);
                }
                case "recue" -> transferring.received(act, actor, day(target));
                case "acceptee" -> transferring.accepted(act, actor);
                case "rendue" -> transferring.returned(act, actor, text);
                default -> throw new NotThere();
            }
            next.addFlashAttribute("done", "transfer." + word);
        } catch (NotTransferred e) {
            next.addFlashAttribute("problem", "nottransferred." + e.why().name().toLowerCase(Locale.ROOT));
        } catch (Stale e) {
            next.addFlashAttribute("problem", "stale");
        }
        return "redirect:/demandes/" + number;
    }

    /** A letter scanned among others leaves as a copy of its own pages: made before anything is locked. */
    private void copies(String number, Sight sight) {
        files.file(number, sight).stream()
                .flatMap(file -> file.contacts().stream())
                .filter(said -> said.channel()
                        .filter(each -> each instanceof Letter letter && letter.folds() > 1)
                        .isPresent())
                .forEach(said -> copies.of(said.id()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new NotTransferred(NotTransferred.Why.TEXT);
        }
    }
}
