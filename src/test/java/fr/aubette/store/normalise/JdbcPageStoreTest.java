package fr.aubette.store.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import fr.aubette.normalise.letter.PageResult;
import fr.aubette.normalise.letter.Scan;
import fr.aubette.normalise.letter.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPageStoreTest {

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final JdbcPageStore store = new JdbcPageStore(jdbc, event -> {});

    @BeforeEach
    void empty() {
        jdbc.sql("truncate scan cascade").update();
    }

    @Test
    void knows_nothing_of_a_scan_never_opened() {
        assertThat(store.find("brennac", "r")).isEmpty();
    }

    @Test
    void gives_back_what_it_was_told() {
        Scan scan = new Scan(2, Optional.of("abîmé"), Optional.empty(), List.of());
        PageResult read = new PageResult(
                1,
                PageResult.State.READ,
                "Bonjour",
                91,
                "",
                PageResult.Kind.SEPARATOR,
                180,
                List.of("qr_code=SEP-1", "patch="),
                List.of(new Word(91, 10, 20, 30, 40)),
                List.of("lit", "straightened=1.4"));
        PageResult torn = new PageResult(2, PageResult.State.UNREADABLE, "", 0, "la page est endommagée");

        store.open("brennac", "r", scan);
        store.save("brennac", "r", torn);
        store.save("brennac", "r", read);

        assertThat(store.find("brennac", "r"))
                .contains(new Scan(2, scan.damage(), scan.refused(), List.of(read, torn)));
        assertThat(store.find("brennac", "other")).isEmpty();
    }

    @Test
    void keeps_the_first_reading_but_lets_a_failed_one_be_tried_again() {
        store.open("brennac", "r", new Scan(1, Optional.empty(), Optional.empty(), List.of()));
        store.save("brennac", "r", new PageResult(1, PageResult.State.UNREAD, "", 0, "aucun lecteur"));
        PageResult read = new PageResult(
                1,
                PageResult.State.READ,
                "Bonjour",
                91,
                "",
                PageResult.Kind.SEPARATOR,
                180,
                List.of("qr_code=SEP-1", "patch="),
                List.of(new Word(91, 10, 20, 30, 40)));
        store.save("brennac", "r", read);
        store.save("brennac", "r", new PageResult(1, PageResult.State.READ, "autre", 10, ""));

        assertThat(store.find("brennac", "r").orElseThrow().results()).containsExactly(read);
    }

    @Test
    void keeps_why_a_scan_is_refused() {
        Scan refused = new Scan(0, Optional.empty(), Optional.of("mot de passe"), List.of());

        store.open("brennac", "r", refused);
        store.open("brennac", "r", new Scan(1, Optional.empty(), Optional.empty(), List.of()));

        assertThat(store.find("brennac", "r")).contains(refused);
    }
}
