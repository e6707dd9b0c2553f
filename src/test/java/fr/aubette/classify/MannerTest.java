package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Identified;
import fr.aubette.model.Mail;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MannerTest {

    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("config"));
    private static final Routing BY_HAND = FOLDER.routingByHand(FOLDER.catalogue());
    private static final Set<String> KINDS = BY_HAND.lane().kinds().keySet();
    private static final String HINT = "elle garde ses lunettes noires et il répond à sa place";
    private static final String HARMLESS = "le panneau de la route est couché dans le fossé";

    private final Manner manner = new MannerTrainer(BY_HAND).learn(lessons());
    private final MannerScorer scorer = new MannerScorer(manner, KINDS);

    @Test
    void tellsDangerThatNoSignNames() {
        assertThat(danger(HINT)).isGreaterThan(0);
        assertThat(danger(HARMLESS)).isLessThan(0);
        assertThat(danger("lunettes noires, il répond pour elle")).isGreaterThan(danger("un panneau couché"));
    }

    @Test
    void tellsTheKindAndHowFarTheNextOneIs() {
        LaneScorer.Danger none = new LaneScorer.Danger(0, "", 0, 0, List.of());

        assertThat(scorer.with(HINT, none).kind()).isEqualTo("violence");
        assertThat(scorer.with("le petit a des traces et il a peur de rentrer", none)
                        .kind())
                .isEqualTo("child");
        assertThat(scorer.with(HINT, none).margin()).isPositive();
    }

    @Test
    void asksMoreOfTheMannerAloneThanBesideASignThatNamesADanger() {
        LaneScorer.Danger unnamed = new LaneScorer.Danger(0, "", 0, 0, List.of());
        LaneScorer.Danger named = new LaneScorer.Danger(2, "child", 0, 2, List.of());

        assertThat(scorer.with(HARMLESS, named).score())
                .isGreaterThan(scorer.with(HARMLESS, unnamed).score() + 2);
        assertThat(scorer.with(HINT, unnamed).score())
                .isEqualTo(scorer.with(HINT, named).score());
    }

    @Test
    void readsALongTextByPartsSoThatMuchTalkHidesNothing() {
        String much = (HARMLESS + ". ").repeat(60) + HINT + ". " + (HARMLESS + ". ").repeat(60);

        assertThat(danger(much)).isGreaterThan(danger((HARMLESS + ". ").repeat(120)) + 0.2);
    }

    @Test
    void saysTheSameOfAWordThatItRemembers() {
        double first = danger(HINT);

        assertThat(danger(HINT)).isEqualTo(first);
        assertThat(new MannerScorer(manner, KINDS).of(HINT, List.of())[0]).isEqualTo(first);
    }

    @Test
    void knowsNothingWhenNothingWasLearned() {
        assertThat(new MannerScorer(Manner.none(), KINDS).knowsAny()).isFalse();
        assertThat(scorer.knowsAny()).isTrue();
    }

    private double danger(String text) {
        return scorer.of(text, List.of())[0];
    }

    private static List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            lessons.add(lesson(HINT + " depuis " + i + " mois", "INSERTION", "violence"));
            lessons.add(lesson("le petit a peur de rentrer et il a des traces " + i, "ENFANCE_FAMILLE", "child"));
            lessons.add(lesson(HARMLESS + " depuis " + i + " mois", "MOBILITES_VOIRIE", ""));
            lessons.add(lesson("la carte de cantine ne marche plus " + i, "EDUCATION", ""));
        }
        return lessons;
    }

    private static Lesson lesson(String text, String directorate, String kind) {
        Identified identified = Contacts.identified(
                new Mail(Optional.empty(), List.of(), List.of(), List.of(), Mail.Nature.REQUEST, Optional.empty()),
                "",
                text);
        return new Lesson(identified, directorate, "", "", kind, false, List.of());
    }
}
