package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Addresses;
import fr.aubette.answer.FactsBook;
import fr.aubette.answer.Wish;
import fr.aubette.answer.Wishes;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.model.CitizenId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the citizen of a ticket may be reached without danger: said to any agent who reads the ticket. */
@Page
class WishPage {

    private final TicketFiles files;
    private final FactsBook facts;
    private final Wishes wishes;
    private final Clock clock;

    WishPage(TicketFiles files, FactsBook facts, Wishes wishes, Clock clock) {
        this.files = files;
        this.facts = facts;
        this.wishes = wishes;
        this.clock = clock;
    }

    @PostMapping("/demandes/{number}/contact/ajouter")
    String add(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes next) {
        Optional<CitizenId> citizen = citizen(number, sight);
        Wish.Kind wanted = Wish.Kind.ofCode(kind);
        String given = wanted.aboutAddress() ? address.strip().toLowerCase(Locale.ROOT) : "";
        if (citizen.isEmpty() || wanted.aboutAddress() && !Addresses.isPlain(given)) {
            next.addFlashAttribute("problem", "wish.address");
        } else {
            wishes.set(citizen.get(), new Wish(UUID.randomUUID(), wanted, given, viewer.login(), clock.instant()));
            next.addFlashAttribute("done", "wish");
        }
        return "redirect:/demandes/" + number;
    }

    @PostMapping("/demandes/{number}/contact/{id}/retirer")
    String end(
            Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID id, RedirectAttributes next) {
        citizen(number, sight).ifPresent(citizen -> wishes.end(citizen, id, viewer.login(), clock.instant()));
        next.addFlashAttribute("done", "wish");
        return "redirect:/demandes/" + number;
    }

    private Optional<CitizenId> citizen(String number, Sight sight) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        return facts.of(ticket.id()).citizen();
    }
}
