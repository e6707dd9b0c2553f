package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The body of a letter… */
class LetterBodyTest {

    private static final String SAID =
            "Madame, Monsieur,\n\nMon agrément d'assistante maternelle arrive à échéance le 30 avril 2027.\nJeanne Morel";

    @Test
    void leavesOutWhoWroteToWhomAndWhere() {
        String letter = """
                Mme Jeanne Morel
                4 rue du Collège
                96230 Mirepont
                Tél. 06 39 98 01 02

                Monsieur le Président
                du Conseil départemental
                Hôtel du Département
                12 place de la Préfecture
                96000 Clairmont

                Mirepont, le 22 janvier 2027
                """ + SAID;

        assertThat(LetterBody.of(letter)).isEqualTo(SAID);
    }

    @Test
    void keepsWhatSomebodyWroteAboveTheSalutation() {
        String letter =
                "Mme Jeanne Morel\nConseillère départementale du canton de Mirepont\nURGENT : enfant en danger\n"
                        + SAID;

        assertThat(LetterBody.of(letter))
                .isEqualTo("Conseillère départementale du canton de Mirepont\nURGENT : enfant en danger\n" + SAID);
    }

    @Test
    void isAllOfALetterWithoutSalutationOrWithOneAtItsEnd() {
        String bare = "Je soussigné Paul Garnier, 3 rue du Port, 96000 Clairmont, demande un duplicata de ma carte.";
        String late = bare + "\n" + bare + "\nMonsieur,\nmerci";

        assertThat(LetterBody.of(bare)).isEqualTo(bare);
        assertThat(LetterBody.of(late)).isEqualTo(late);
    }
}
