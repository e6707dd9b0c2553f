package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

    private static final CutSettings SETTINGS = CutSettings.defaults();

    private final List<PageResult> pages = new ArrayList<>();

    @Test
    void cutsAtEachSeparatorAndPutsEveryPageInOneFold() {
        letter("Anne Test");
        blank();
        separator();
        letter("Paul Essai");
        follows("suite de la lettre");
        separator();
        letter("Zoé Exemple");

        assertThat(sheets(Folds.of(scan()))).containsExactly(List.of(1, 2), List.of(3, 4, 5), List.of(6, 7));
        assertThat(sheets(Folds.sure(scan(), SETTINGS)))
                .containsExactly(List.of(1, 2), List.of(3, 4, 5), List.of(6, 7));
        assertThat(Folds.sure(scan(), SETTINGS)).allMatch(fold -> fold.doubt().isEmpty());
    }

    @Test
    void guessesWhereSomebodyElsesLetterBeginsAndHasADoubtThere() {
        letter("Anne Test");
        follows("suite");
        letter("Paul Essai");

        assertThat(sheets(Folds.of(scan()))).containsExactly(List.of(1, 2), List.of(3));
        List<Fold> sure = Folds.sure(scan(), SETTINGS);
        assertThat(sheets(sure)).containsExactly(List.of(1, 2, 3));
        assertThat(sure.get(0).doubt())
                .hasValueSatisfying(why -> assertThat(why).contains("page 3"));
        assertThat(Folds.guessed(sure.get(0))).containsExactly(3);
    }

    @Test
    void takesASecondLetterOfTheSameSenderForAnAnnex() {
        letter("Anne Test");
        letter("Anne Test");

        assertThat(Folds.sure(scan(), SETTINGS))
                .singleElement()
                .satisfies(fold -> assertThat(fold.doubt()).isEmpty());
    }

    @Test
    void hasADoubtWhereAHeadHasNoSenderThatCouldBeRead() {
        letter("Anne Test");
        letter("");

        assertThat(Folds.of(scan())).hasSize(1);
        assertThat(Folds.sure(scan(), SETTINGS).get(0).doubt()).isPresent();
    }

    @Test
    void hasADoubtOfPagesHardlyReadOnlyWhereNoSeparatorWasLaid() {
        letter("Anne Test");
        add(new PageResult(2, PageResult.State.READ, "qlx mrsv etq", 30, ""));

        assertThat(Folds.sure(scan(), SETTINGS).get(0).doubt()).isPresent();
        assertThat(Folds.sure(scan(), new CutSettings(true, 0, true)).get(0).doubt())
                .isEmpty();
        separator();
        letter("Paul Essai");
        assertThat(Folds.sure(scan(), SETTINGS)).allMatch(fold -> fold.doubt().isEmpty());
    }

    @Test
    void keepsWhatFollowsTheLastLetterWithIt() {
        separator();
        letter("Anne Test");
        separator();
        blank();

        assertThat(sheets(Folds.sure(scan(), SETTINGS))).containsExactly(List.of(1, 2, 3, 4));
    }

    @Test
    void leavesASheetToTheLetterBehindItWhileTheFileIsStillRead() {
        separator();
        letter("Anne Test");
        separator();
        Scan soFar = new Scan(9, Optional.empty(), Optional.empty(), pages);

        assertThat(sheets(Folds.sure(soFar, SETTINGS))).containsExactly(List.of(1, 2));
        assertThat(Folds.sure(soFar, SETTINGS)).allMatch(Fold::closed);
    }

    @Test
    void makesOneFoldWithoutPagesOfAFileWithoutLetters() {
        blank();
        separator();
        blank();

        assertThat(Folds.sure(scan(), SETTINGS)).singleElement().satisfies(fold -> {
            assertThat(fold.pages()).isEmpty();
            assertThat(fold.sheets()).hasSize(3);
        });
        assertThat(NoLetter.why(pages))
                .startsWith("aucune page de courrier dans le fichier : 2 pages blanches et 1 feuille séparatrice.");
    }

    @Test
    void cutsWithoutASheetWhereAnotherLetterBeginsBeyondDoubt() {
        said("Mme Anne Test", "3 rue des Lilas\n96100 Brennac", CLOSED);
        blank();
        said("M. Paul Essai", "12 place Haute\n96200 Ardelle", "Première page.");
        follows("suite, puis veuillez agréer mes salutations distinguées.");
        said("Mlle Zoé Exemple", "1 quai Neuf\n96300 Corval", CLOSED);

        assertThat(sheets(Folds.sure(scan(), SETTINGS))).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Folds.sure(scan(), SETTINGS)).allMatch(fold -> fold.doubt().isEmpty());
        assertThat(sheets(Folds.sure(scan(), SETTINGS.atSeparators()))).containsExactly(List.of(1, 2, 3, 4, 5));
        Folds asRead = Folds.asRead(SETTINGS);
        pages.forEach(asRead::add);
        assertThat(sheets(asRead.closed())).containsExactly(List.of(1, 2), List.of(3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Paul Essai|12 place Haute\n96200 Ardelle|sans formule",
                "M. Paul Essai|12 place Haute\n96200 Ardelle|Ci-joint copie de la lettre de mon voisin. " + CLOSED,
                "M. Paul Essai|3 rue des Lilas\n96100 Brennac|" + CLOSED,
                "M. Jean Tesl|12 place Haute\n96200 Ardelle|" + CLOSED,
                "|12 place Haute\n96200 Ardelle|" + CLOSED
            })
    void hasADoubtWhereOneSignIsMissing(String other) {
        String[] parts = other.split("\\|");
        said("Mme Anne Test", "3 rue des Lilas\n96100 Brennac", parts[2]);
        said(parts[0], parts[1], CLOSED);

        assertThat(Folds.sure(scan(), SETTINGS))
                .singleElement()
                .satisfies(fold -> assertThat(fold.doubt()).isPresent());
    }

    @Test
    void knows_a_separator_by_its_title_in_capitals_and_accents() {
        assertThat(SeparatorSheet.test(List.of(), "FEUILLE SÉPARATRICE")).isTrue();
        assertThat(SeparatorSheet.test(List.of(), "Feuille séparatrice")).isTrue();
        assertThat(SeparatorSheet.test(List.of(), "Je vous demande une séparation de biens."))
                .isFalse();
    }

    @Test
    void neverCutsOtherwiseWhatWasHandedOn() {
        letter("Anne Test");
        letter("Paul Essai");
        letter("Zoé Exemple");
        Scan kept = new Scan(
                3, Optional.empty(), Optional.empty(), pages, new Cuts(Map.of(1, 1, 2, 1, 3, 4), Set.of(1, 4)));

        assertThat(Folds.of(kept)).extracting(Fold::number).containsExactly(1, 4);
        assertThat(sheets(Folds.of(kept))).containsExactly(List.of(1, 2), List.of(3));
        assertThat(Folds.sure(kept, SETTINGS)).isEqualTo(Folds.of(kept));
        assertThat(Folds.of(kept)).allMatch(fold -> fold.remark().isEmpty());
    }

    private Scan scan() {
        return new Scan(pages.size(), Optional.empty(), Optional.empty(), pages);
    }

    private static List<List<Integer>> sheets(List<Fold> folds) {
        return folds.stream()
                .map(fold -> fold.sheets().stream().map(PageResult::number).toList())
                .toList();
    }

    private static final String CLOSED = "Veuillez agréer mes salutations distinguées.";

    private void letter(String sender) {
        said(sender.isEmpty() ? "" : "Mme " + sender, "3 rue des Lilas\n96100 Brennac", "Je vous écris pour une aide.");
    }

    private void said(String sender, String address, String body) {
        String head = sender.isEmpty() ? "" : sender + "\n" + address + "\n\n";
        String text = head + "Monsieur le Président du Conseil départemental\n\nBrennac, le 2 mars 2026\n\n"
                + "Objet : demande d'aide\n\nMonsieur le Président,\n\n" + body;
        int words = text.strip().split("\\s+").length;
        add(new PageResult(
                pages.size() + 1,
                PageResult.State.READ,
                text,
                92,
                "",
                PageResult.Kind.LETTER,
                0,
                List.of(),
                IntStream.range(0, words)
                        .mapToObj(i -> new Word(92, 0, 0, 9, 9))
                        .toList()));
    }

    private void follows(String text) {
        add(new PageResult(pages.size() + 1, PageResult.State.READ, text, 90, ""));
    }

    private void blank() {
        add(PageResult.read(pages.size() + 1, "", 100).as(PageResult.Kind.BLANK, 0, List.of()));
    }

    private void separator() {
        add(PageResult.read(pages.size() + 1, "", 100)
                .as(PageResult.Kind.SEPARATOR, 0, List.of("qr_code=SEP-" + pages.size())));
    }

    private void add(PageResult page) {
        pages.add(page);
    }
}
