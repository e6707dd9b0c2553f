package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Collèges, COLLEGE",
        "signalée, signaler",
        "chevaux, cheval",
        "Mrne, Mme",
        "sociaIe, sociale",
        "té1éphone, téléphone",
        "cœur, coeur"
    })
    void doesNotCareHowAWordIsWritten(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }

    @Test
    void findsAPhraseOverItsSmallWords() {
        Words words = new Words(Map.of());
        Lexicon lexicon = new Lexicon(words);
        lexicon.add("aide à domicile");
        String text = "J'ai une AIDE-À-DOMICILE le lundi";

        List<String> found = new ArrayList<>();
        List<Token> tokens = words.of(text);
        lexicon.find(
                tokens,
                (word, first, end) -> found.add(text.substring(
                        tokens.get(first).start(), tokens.get(end - 1).end())));
        assertThat(found).containsExactly("AIDE-À-DOMICILE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "la touche | il la touche le soir | je touche une petite retraite",
                "se changer | elle ne veut plus se changer | on m'a changé une roue",
                "à la sortie | je l'attends à la sortie | plus de sortie possible",
                "m'attend | il m'attend dehors | nous attendons votre réponse",
                "compte les | il compte les sous | sur mon compte",
                "d'histoires | ne faites pas d'histoires | l'histoire de ma famille",
                "promise à | promise à un cousin | sa promise de dix ans"
            })
    void keepsTheSmallWordThatWouldLeaveOneAlone(String phrase, String said, String unsaid) {
        Words words = new Words(Map.of());
        Lexicon lexicon = new Lexicon(words);
        lexicon.add(phrase);

        assertThat(lexicon.knowsAny(words.of(said))).isTrue();
        assertThat(lexicon.knowsAny(words.of(unsaid))).isFalse();
    }

    @Test
    void namesWhatAPatternFinds() {
        Words words = new Words(Map.of("#rd", "\\brd ?\\d{1,4}\\b"));

        assertThat(words.of("Trou RD 12, à droite")).extracting(Token::stem).contains("#rd");
    }

    @Test
    void findsFamiliesOfWordsAndPhrasesWithAGap() {
        Words words = new Words(java.util.Map.of());
        Lexicon lexicon = new Lexicon(words);
        lexicon.add("gifl*");
        lexicon.add("lève ~ main");
        lexicon.add("~ main");

        org.assertj.core.api.Assertions.assertThat(lexicon.knowsAny(words.of("il l'a giflée"))
                        && lexicon.knowsAny(words.of("il lève souvent la main")))
                .isTrue();
        org.assertj.core.api.Assertions.assertThat(
                        lexicon.knowsAny(words.of("il lève les yeux, tape du pied, serre la main")))
                .isFalse();
    }
}
