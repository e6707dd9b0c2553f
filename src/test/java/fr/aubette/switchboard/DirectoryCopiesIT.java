package fr.aubette.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubTest;
import fr.aubette.switchboard.DirectoryCopies.Copy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Readings of a directory in PostgreSQL. */
@HubTest
class DirectoryCopiesIT {

    private static final String SOURCE = "ldap://copies.example.org/ou=agents";
    private static final Colleague SOLENE = new Colleague(
            "Solène Garnier", "instructrice", "Autonomie", "APA", "Laon", "4204", "GIR", Optional.empty(), "");
    private static final Colleague BERTRAND = new Colleague(
            "Bertrand Lacaze", "", "", "", "", "4205", "", Optional.of(LocalDate.of(2026, 12, 4)), "Solène Garnier");

    @Autowired
    DirectoryCopies copies;

    @Test
    void areTheNewestWhole() {
        Instant at = Instant.parse("2026-11-22T14:05:00Z");
        assertThat(copies.last(SOURCE)).isEmpty();

        copies.keep(SOURCE, new Copy(at, List.of(SOLENE, BERTRAND)));
        copies.keep(SOURCE, new Copy(at.minusSeconds(60), List.of(SOLENE)));

        assertThat(copies.last(SOURCE)).contains(new Copy(at, List.of(SOLENE, BERTRAND)));
        copies.keep(SOURCE, new Copy(at.plusSeconds(60), List.of(BERTRAND)));
        assertThat(copies.last(SOURCE)).contains(new Copy(at.plusSeconds(60), List.of(BERTRAND)));
    }
}
