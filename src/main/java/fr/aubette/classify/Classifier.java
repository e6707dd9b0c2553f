package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Classification;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Identified;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Phone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what a contact is about: one matter, or an ordinary and a protected one, or nothing when a machine wrote it. */
@Component("classification")
public class Classifier {

    private final Rulebook rulebook;

    Classifier(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** A classifier by these rules, for use without a server. */
    public static Classifier of(RoutingSource rules, Catalogue catalogue) {
        return new Classifier(new Rulebook(rules, catalogue));
    }

    /** Decides by the rules in force; what they are not sure of goes to a person, with the best guesses. */
    public Classified classify(Identified identified) {
        Contact contact = identified.contact();
        Classification read = classification(contact, rulebook.current());
        return new Classified(
                identified,
                contact.channel() instanceof Letter letter
                        ? new Classification(
                                rulebook.signs().signed(letter, contact, read.matters()), read.suppressed())
                        : read);
    }

    private static Classification classification(Contact contact, Rules rules) {
        Reading reading = new Reading(rules, contact);
        if (contact.channel() instanceof Mail mail) {
            Optional<String> machine = machine(mail, contact, rules, reading);
            if (machine.isPresent()) {
                return new Classification(List.of(), machine);
            }
        }
        if (contact.channel() instanceof Phone phone) {
            if (phone.direction() == Phone.Direction.OUTGOING) {
                return new Classification(List.of(), Optional.of("appel passé par un agent"));
            }
            return one(call(phone, contact, rules));
        }
        if (contact.channel() instanceof Letter letter && letter.reading() == Letter.Reading.NOT_READ) {
            return one(
                    triage(contact, new Evidence("letter-not-read", "courrier non lu : une personne doit l'ouvrir")));
        }
        return new Classification(reading.matters(), Optional.empty());
    }

    /** Why a mail opens nothing, when a machine wrote it. */
    private static Optional<String> machine(Mail mail, Contact contact, Rules rules, Reading reading) {
        if (mail.nature().fromMachine()) {
            return Optional.of(
                    switch (mail.nature()) {
                        case BOUNCE -> "avis de non-remise";
                        case AUTO_REPLY -> "réponse automatique";
                        case VOICE_MESSAGE -> "message vocal, joint à son appel";
                        default -> "envoi en nombre";
                    });
        }
        if (rules.machineWrote(contact.subject())) {
            return Optional.of("courrier automatique, d'après son objet");
        }
        return rules.machineWrote(contact.subject(), reading.text(), reading.said())
                ? Optional.of("courrier automatique ou publicité, d'après ses mots")
                : Optional.empty();
    }

    /** A call says nothing in words: the number dialled decides, then the queues, the first that is known. */
    private static Matter call(Phone phone, Contact contact, Rules rules) {
        String dialled = rules.routing().numbers().get(phone.dialled().replaceAll("\\D", ""));
        if (dialled != null) {
            return call(dialled, contact, rules, new Evidence("dialled-number", phone.dialled()));
        }
        return phone.queues().stream()
                .filter(rules.routing().queues()::containsKey)
                .findFirst()
                .map(queue -> call(
                        rules.routing().queues().getOrDefault(queue, Matter.TRIAGE),
                        contact,
                        rules,
                        new Evidence("queue", queue)))
                .orElseGet(() -> triage(contact, new Evidence("call", "numéro et file d'attente sans motif")));
    }

    private static Matter call(String motive, Contact contact, Rules rules, Evidence evidence) {
        boolean restricted = rules.routing().lane().kinds().containsValue(motive);
        return new Matter(motive, 1, restricted, contact.subject(), contact.text(), List.of(evidence));
    }

    private static Matter triage(Contact contact, Evidence evidence) {
        return new Matter(Matter.TRIAGE, 0, false, contact.subject(), contact.text(), List.of(evidence));
    }

    private static Classification one(Matter matter) {
        return new Classification(List.of(matter), Optional.empty());
    }
}
