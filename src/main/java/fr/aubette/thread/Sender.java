package fr.aubette.thread;

import fr.aubette.model.Contact;
import fr.aubette.model.Identity;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.thread.OpenMatters.Candidate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sender of a contact has to do with a ticket. */
enum Sender {
    /** The same citizen, an address that is known there, or a name that fits. */
    SAME,
    /** Nothing tells. */
    UNKNOWN,
    /** Somebody else. */
    OTHER;

    private static final Set<String> TITLES = Words.all("m mr mme mlle monsieur madame dr me et de la le du des");

    /** The address of a mail's sender. */
    static Optional<String> of(Contact contact) {
        return contact.channel() instanceof Mail
                ? contact.requester().mails().stream().findFirst()
                : Optional.empty();
    }

    /** What this contact's sender is to this ticket. */
    static Sender of(Contact contact, Identity identity, Candidate ticket) {
        boolean sameCitizen =
                identity.citizen().isPresent() && identity.citizen().equals(ticket.citizen());
        if (sameCitizen || ticket.senderKnown()) {
            return SAME;
        }
        Set<String> theirs = names(ticket.citizenName());
        if (theirs.isEmpty()) {
            return UNKNOWN;
        }
        Set<String> ours = new HashSet<>(names(contact.requester()));
        contact.beneficiary().ifPresent(person -> ours.addAll(names(person)));
        if (ours.isEmpty()) {
            return contact.channel() instanceof Mail || identity.citizen().isPresent() ? OTHER : UNKNOWN;
        }
        Set<String> shorter = ours.size() <= theirs.size() ? ours : theirs;
        Set<String> longer = ours.size() <= theirs.size() ? theirs : ours;
        if (!longer.containsAll(shorter)) {
            return OTHER;
        }
        return shorter.size() >= 2 ? SAME : UNKNOWN;
    }

    private static Set<String> names(Person person) {
        Stream<String> parts =
                person.lastName().isPresent() || person.firstName().isPresent()
                        ? Stream.concat(person.lastName().stream(), person.firstName().stream())
                        : person.name().stream();
        return names(parts.collect(Collectors.joining(" ")));
    }

    private static Set<String> names(String text) {
        Set<String> words = Words.set(text);
        words.removeAll(TITLES);
        words.removeIf(word -> word.length() < 2);
        return words;
    }
}
