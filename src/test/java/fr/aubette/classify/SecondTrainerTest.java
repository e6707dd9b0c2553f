package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondTrainerTest {

    private static final List<String> CANDIDATES = List.of("ROADS", "SPORT", "CULTURE");

    private final SecondTrainer trainer = new SecondTrainer();

    @Test
    void learnsWhatTellsASecondTopicAndHowRareOneIs() {
        for (int i = 0; i < 90; i++) {
            trainer.add(text(-4, -4, i % 3 == 0 ? -1 : -5, 0), Set.of(), 1);
        }
        for (int i = 0; i < 10; i++) {
            trainer.add(text(3, -4, -5, 1), Set.of("ROADS"), 1);
        }
        double[] weights = SecondSigns.ordered(trainer.weights(Map.of()));

        SecondTopic told = SecondTopic.of(text(-4, 3, -5, 1), weights);
        SecondTopic untold = SecondTopic.of(text(-4, -3, -4, 0), weights);
        assertThat(told.directorate()).isEqualTo("SPORT");
        assertThat(told.score()).isGreaterThan(0.5);
        assertThat(told.atLeast(0.5)).containsExactly("SPORT");
        assertThat(untold.score()).isLessThan(0.1);
        assertThat(untold.atLeast(0.1)).isEmpty();
    }

    @Test
    void keepsWhatIsWrittenWhenNoTextHasASecondTopic() {
        trainer.add(text(-4, -4, -4, 0), Set.of(), 1);

        assertThat(trainer.weights(Map.of("base", -4.0))).isEqualTo(Map.of("base", -4.0));
    }

    @Test
    void sharesOneChanceAmongAllCandidatesAndNone() {
        double[] chances = text(2, 1, 0, 1)
                .chances(SecondSigns.ordered(SecondWeights.byHand().ordinary()));

        assertThat(Arrays.stream(chances).sum()).isBetween(0.999, 1.001);
    }

    /** A text with these logits of the candidates' best clauses. */
    private static SecondSigns text(double roads, double sport, double culture, int marks) {
        double[] clauses = {roads, sport, culture};
        double[][] values = new double[3][SecondSigns.Sign.values().length];
        for (int c = 0; c < values.length; c++) {
            values[c][SecondSigns.Sign.BASE.ordinal()] = 1;
            values[c][SecondSigns.Sign.CLAUSE.ordinal()] = clauses[c];
            values[c][SecondSigns.Sign.MARKS.ordinal()] = marks;
        }
        return new SecondSigns(CANDIDATES, new boolean[3], values);
    }
}
