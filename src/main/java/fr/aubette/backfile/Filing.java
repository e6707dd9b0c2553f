package fr.aubette.backfile;

import fr.aubette.identify.Identification;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Classification;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.Normalised;
import fr.aubette.model.Outcome;
import fr.aubette.model.RawItem;
import fr.aubette.model.Threaded;
import fr.aubette.normalise.letter.QuietReading;
import fr.aubette.ticket.TicketBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files a document that was read to its citizen and case file, in one transaction with its intake and its outcome: a
 * kill leaves it all or none of it.
 */
@Component
class Filing {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String REASON = "reprise de dossiers anciens";

    private final Stocks stocks;
    private final Identification identification;
    private final TicketBook book;
    private final Clock clock;

    Filing(Stocks stocks, Identification identification, TicketBook book, Clock clock) {
        this.stocks = stocks;
        this.identification = identification;
        this.book = book;
        this.clock = clock;
    }

    /** Files it; what was filed before stays as it is. */
    @Transactional
    public void file(Item item, RawItem raw, ContentStore.Kept kept, QuietReading.Document document) {
        Instant now = clock.instant();
        Optional<IntakeId> entered = stocks.enter(raw, kept);
        if (entered.isEmpty()) {
            return;
        }
        IntakeId intake = entered.get();
        Normalised normalised = new Normalised(intake, raw.source(), contact(item, raw, document));
        Identity found = identification.identify(normalised).identity();
        boolean sure = found.citizen().isPresent() && found.proven();
        Optional<CitizenId> citizen = found.citizen().filter(known -> sure);
        Dispatched dispatched = dispatched(normalised, sure ? found : nobody(found));
        UUID contact = book.keepContact(dispatched, citizen, Optional.empty());
        book.end(intake, "letter", Outcome.FILED, Optional.of(REASON), now);
        if (!item.caseFile().isBlank()) {
            stocks.layInCaseFile(contact, item.caseFile(), item.path());
        }
        stocks.end(item, end(item, found, sure, document, now), entered);
    }

    private static Contact contact(Item item, RawItem raw, QuietReading.Document document) {
        String subject = "Dossier " + (item.caseFile().isBlank() ? "sans numéro" : item.caseFile()) + " : "
                + raw.facts().getOrDefault("fileName", "");
        Letter letter = new Letter(
                "",
                LocalDate.ofInstant(raw.receivedAt(), PARIS),
                document.pages(),
                document.reading(),
                Optional.empty());
        return new Contact(
                letter,
                raw.receivedAt(),
                subject.length() <= Contact.MAX_SUBJECT ? subject : subject.substring(0, Contact.MAX_SUBJECT),
                document.text(),
                item.person(),
                Optional.empty(),
                item.caseFile().isBlank() ? List.of() : List.of(item.caseFile()),
                List.of());
    }

    /**
     * Nobody is asked of each of a hundred thousand old papers who it is: the report says it of all of them at once.
     */
    private static Identity nobody(Identity found) {
        return new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), found.evidence());
    }

    private static Dispatched dispatched(Normalised normalised, Identity identity) {
        Classification nothing = new Classification(List.of(), Optional.of(REASON));
        return new Dispatched(
                new Threaded(new Classified(new Identified(normalised, identity), nothing), List.of()), List.of());
    }

    private static Item.End end(Item item, Identity found, boolean sure, QuietReading.Document document, Instant now) {
        int pages = document.pages().size();
        if (!sure) {
            boolean nobody =
                    found.certainty() == Identity.Certainty.NEW || found.certainty() == Identity.Certainty.ANONYMOUS;
            return new Item.End(nobody ? Item.State.UNKNOWN : Item.State.DOUBTFUL, why(found, document), pages, now);
        }
        if (document.trouble().isPresent()) {
            return new Item.End(Item.State.UNREADABLE, document.trouble().get(), pages, now);
        }
        String noFile = item.caseFile().isBlank() ? "sans numéro de dossier : rangé chez l'usager seul" : "";
        return new Item.End(Item.State.FILED, noFile, pages, now);
    }

    private static String why(Identity found, QuietReading.Document document) {
        String who = found.evidence().stream()
                .limit(3)
                .map(Evidence::detail)
                .collect(java.util.stream.Collectors.joining(" ; "));
        return document.trouble().map(trouble -> who + " ; " + trouble).orElse(who);
    }
}
