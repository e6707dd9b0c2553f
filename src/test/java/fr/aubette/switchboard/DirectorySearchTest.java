package fr.aubette.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectorySearchTest {

    private static final Colleague SOLENE =
            line("Solène Garnier", "instructrice APA", "Autonomie", "4204", "évaluation", "");
    private static final Colleague BERTRAND =
            line("Bertrand Lacaze", "instructeur APA", "Autonomie", "4205", "évaluation", "Solene GARNIER");
    private static final Colleague ROADS =
            line("Routes, astreinte", "astreinte", "Mobilités", "4400", "nid-de-poule RD", "");

    private final DirectorySearch search =
            new DirectorySearch(List.of(() -> List.of(SOLENE, BERTRAND), () -> List.of(ROADS)));

    @Test
    void findsByBeginningsOfWordsWithoutAccentsInAnyOrder() {
        assertThat(search.search("garn sol", 5)).containsExactly(SOLENE);
        assertThat(search.search("evaluation autonomie", 5)).containsExactly(BERTRAND, SOLENE);
        assertThat(search.search("nid de poule", 5)).containsExactly(ROADS);
        assertThat(search.search("4205", 5)).containsExactly(BERTRAND);
        assertThat(search.search("zzz", 5)).isEmpty();
    }

    @Test
    void offersTheFirstLinesBeforeAnythingIsTyped() {
        assertThat(search.search(" ", 2)).containsExactly(BERTRAND, ROADS);
    }

    @Test
    void knowsWhoAnswersForSomebodyWhoIsAway() {
        assertThat(search.deputy(BERTRAND)).contains(SOLENE);
        assertThat(search.deputy(ROADS)).isEmpty();
        assertThat(BERTRAND.away(LocalDate.of(2026, 12, 4))).isTrue();
        assertThat(BERTRAND.away(LocalDate.of(2026, 12, 5))).isFalse();
    }

    private static Colleague line(
            String name, String role, String directorate, String phone, String words, String deputy) {
        Optional<LocalDate> away = deputy.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2026, 12, 4));
        return new Colleague(name, role, directorate, "", "", phone, words, away, deputy);
    }
}
