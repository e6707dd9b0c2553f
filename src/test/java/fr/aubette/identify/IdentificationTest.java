package fr.aubette.identify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.KnownText;
import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.Identity;
import fr.aubette.model.Identity.Certainty;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentificationTest {

    /** Somebody is always found, whatever is asked. */
    private final CitizenDirectory everybody = (locked, keys) -> List.of(KnownText.profile(
            UUID.randomUUID().toString(), UUID.randomUUID().toString(), "surname chauvin\nfirst-name robert\n"));

    @Test
    void leavesAnAnonymousContactAnonymous() {
        Identity nobody = new Identification(everybody, new CountedNames(), IdentifySettings.shipped())
                .identify(new Normalised(
                        new IntakeId(UUID.randomUUID()),
                        "accueil",
                        new Contact(
                                new Counter("MDS", "nadia", Counter.Entry.VISIT),
                                Instant.parse("2026-06-01T08:00:00Z"),
                                "Question",
                                "Où est l'accueil ?",
                                Person.unknown(),
                                Optional.empty(),
                                List.of(),
                                List.of())))
                .identity();

        assertThat(nobody.certainty()).isEqualTo(Certainty.ANONYMOUS);
        assertThat(nobody.opens()).isFalse();
        assertThat(nobody.candidates()).isEmpty();
    }
}
