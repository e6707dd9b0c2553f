package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.answer.Variable.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors may give, as citizens read it. */
class VariableTest {

    @Test
    void wordsEachTypeInFrenchAndRefusesWhatIsNone() {
        assertThat(of(Type.DATE, "2026-12-01")).isEqualTo("1 décembre 2026");
        assertThat(of(Type.DATE, "2026-02-30")).isEmpty();
        assertThat(of(Type.AMOUNT, "1234,5").replaceAll("[\u00a0\u202f]", " ")).isEqualTo("1 234,50 €");
        assertThat(of(Type.AMOUNT, "beaucoup")).isEmpty();
        assertThat(of(Type.NUMBER, "12")).isEqualTo("12");
        assertThat(of(Type.PHONE, "01 99 00 12 34")).isEqualTo("01 99 00 12 34");
        assertThat(of(Type.PHONE, "rappeler")).isEmpty();
        assertThat(of(Type.CHOICE, "b")).isEqualTo("b");
        assertThat(of(Type.CHOICE, "c")).isEmpty();
        assertThat(of(Type.TEXT, " ")).isEmpty();
        assertThat(of(Type.TEXT, "{{number}}")).isEmpty();
    }

    @Test
    void namesTheFirstPlaceWithoutAValue() {
        Map<String, Variable> variables = Map.of("day", new Variable("day", "Jour", Type.DATE, List.of()));

        assertThat(Template.filled("Le {{ day }}, $1 \\ {{n}}", Map.of("day", "3 mai", "n", "$0"), variables))
                .isEqualTo("Le 3 mai, $1 \\ $0");
        assertThatThrownBy(() -> Template.filled("Le {{day}}", Map.of("day", ""), variables))
                .isInstanceOfSatisfying(
                        CannotLeave.class, e -> assertThat(e.stop()).isEqualTo(new Stop(Stop.Why.VARIABLE, "Jour")));
    }

    private static String of(Type type, String given) {
        List<String> choices = type == Type.CHOICE ? List.of("a", "b") : List.of();
        return new Variable("v", "V", type, choices).worded(given).orElse("");
    }
}
