package fr.aubette.thread;

import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Mail;
import fr.aubette.model.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds back the mails of a flood: too many of one sender, or of the same words, in a window. What sounds of danger is
 * never held back.
 */
final class Flood {

    static final String EVENT = "flood";

    /** How the reasons of suppressed intakes begin: health counts them by it. */
    private static final String REASON = "afflux";

    private final Correspondence correspondence;
    private final FloodSettings settings;

    Flood(Correspondence correspondence, FloodSettings settings) {
        this.correspondence = correspondence;
        this.settings = settings;
    }

    /** Why the mail is one of a flood; empty when it is none. */
    Optional<Suppression> of(Classified classified) {
        Contact contact = classified.contact();
        boolean danger = classified.classification().matters().stream().anyMatch(matter -> matter.protectedLane());
        Optional<String> sender = Sender.of(contact);
        if (!(contact.channel() instanceof Mail) || danger || sender.isEmpty() || settings.welcomes(sender.get())) {
            return Optional.empty();
        }
        Instant to = contact.receivedAt();
        Instant from = to.minus(settings.window());
        IntakeId own = classified.identified().normalised().intake();
        int bySender = correspondence.countFrom(sender.get(), from, to, settings.perSender(), own);
        if (bySender >= settings.perSender()) {
            return Optional.of(suppression(
                    "même expéditeur",
                    new Evidence("flood-of-sender", limit(settings.perSender(), "de cette adresse")),
                    sender.get(),
                    from));
        }
        int sameWords = correspondence.countSameWords(contact, from, to, settings.sameWords(), own);
        return sameWords >= settings.sameWords()
                ? Optional.of(suppression(
                        "même contenu",
                        new Evidence("flood-of-words", limit(settings.sameWords(), "de mêmes objet et texte")),
                        sender.get(),
                        from))
                : Optional.empty();
    }

    private Suppression suppression(String what, Evidence evidence, String sender, Instant from) {
        Optional<Suppression.Notice> notice = correspondence
                .firstTicketOf(sender, from)
                .filter(told -> !told.already())
                .map(told -> new Suppression.Notice(told.ticket(), EVENT, evidence.detail()));
        return new Suppression(REASON + " : " + what, List.of(evidence), notice);
    }

    private String limit(int limit, String of) {
        return "plus de %d courriels %s en %d min : les suivants sont comptés et gardés, sans ouvrir de demande"
                .formatted(limit, of, settings.window().toMinutes());
    }
}
