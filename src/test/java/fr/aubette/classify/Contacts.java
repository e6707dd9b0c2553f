package fr.aubette.classify;

import fr.aubette.model.Channel;
import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contacts as the classifier meets them. */
final class Contacts {

    private Contacts() {}

    static Identified identified(Channel channel, String subject, String text) {
        Contact contact = new Contact(
                channel,
                Instant.parse("2026-11-02T08:00:00Z"),
                subject.isBlank() ? "(sans objet)" : subject.substring(0, Math.min(200, subject.length())),
                text,
                Person.unknown(),
                Optional.empty(),
                List.of(),
                List.of());
        return new Identified(
                new Normalised(new IntakeId(new UUID(1, 1)), "source", contact),
                new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), List.of()));
    }
}
