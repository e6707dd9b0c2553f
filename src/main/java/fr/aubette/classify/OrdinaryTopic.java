package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a text is about once a person has said that nobody is in danger: the rules without the protected lane. */
@Component
public class OrdinaryTopic {

    private static final Counter NO_CHANNEL = new Counter("", "", Counter.Entry.VISIT);

    private final Rulebook rulebook;

    OrdinaryTopic(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Code of its motive; {@code A_QUALIFIER} when that is not sure. */
    public String motive(String subject, String text) {
        Contact said = new Contact(
                NO_CHANNEL, Instant.EPOCH, subject, text, Person.unknown(), Optional.empty(), List.of(), List.of());
        return new Reading(rulebook.current(), said).ordinary().get(0).motive();
    }
}
