package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Delegations.Interim;
import fr.aubette.answer.Delegations.Person;
import fr.aubette.answer.Delegations.Post;
import fr.aubette.model.Motive;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who signs, on which day. */
class DelegationsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 21);

    private final Delegations decree = new Delegations(
            "Par délégation,",
            Map.of(
                    "DIRECTION",
                    new Post(
                            "DIRECTION",
                            "La directrice",
                            new Person("nadia", "Nadia Ferhat"),
                            List.of(),
                            List.of("AUTONOMIE"),
                            Optional.empty(),
                            Optional.of(LocalDate.of(2027, 6, 30)),
                            List.of(new Interim(new Person("fatou", "Fatou Diarra"), MONDAY, MONDAY.plusDays(4))))));

    private final Motive apa = motive("APA", "AUTONOMIE");

    @Test
    void letsTheHolderSignAndUnderHerTitle() {
        assertThat(decree.signing(apa, "nadia", MONDAY).orElseThrow().lines())
                .isEqualTo("Par délégation,\nLa directrice\nNadia Ferhat");
        assertThat(decree.signing(motive("ROUTES", "VOIRIE"), "nadia", MONDAY)).isEmpty();
        assertThat(decree.signing(apa, "nadia", LocalDate.of(2027, 7, 1))).isEmpty();
    }

    @Test
    void letsAnInterimSignOnItsDaysOnly() {
        assertThat(decree.signing(apa, "fatou", MONDAY.minusDays(1))).isEmpty();
        assertThat(decree.signing(apa, "fatou", MONDAY)).isPresent();
        assertThat(decree.signing(apa, "fatou", MONDAY.plusDays(4))).isPresent();
        assertThat(decree.signing(apa, "fatou", MONDAY.plusDays(5))).isEmpty();
    }

    @Test
    void letsADeputyAgreeForTheAbsent() {
        assertThat(decree.mayAgree("DIRECTION", List.of("paul", "nadia"), MONDAY))
                .isTrue();
        assertThat(decree.mayAgree("DIRECTION", List.of("paul"), MONDAY)).isFalse();
        assertThat(decree.mayAgree("AUTRE", List.of("nadia"), MONDAY)).isFalse();
    }

    private static Motive motive(String code, String directorate) {
        return new Motive(code, code, directorate, "", List.of(), false, false, List.of());
    }
}
