package fr.aubette.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names of eight origins: few common ones, many rare ones. */
record Names(List<String> last, List<String> women, List<String> men) {

    private static final List<String> FRENCH = joined(
            "Bosc Mont Fonta Rouv Cast Gran Peyr Verg Laf Camp Puj Mor Bress Col Deg Esc Gail Sab Tour Vill",
            "ier ade ane el et igny eau as ac ot on ard elle oux in");

    private static final List<Names> ORIGINS = List.of(
            of(
                    "Le Goff|Kerhervé|Le Bihan|Guivarch|Quéméneur|Tanguy|Abgrall|Cariou|Le Dantec|Riou",
                    "Rozenn|Nolwenn|Maïwenn|Enora|Soizic",
                    "Yann|Gwenaël|Tugdual|Malo|Ronan"),
            of(
                    "Benhamou|El Idrissi|Ben Salah|Bouzid|Haddad|Cherkaoui|Ait Ouali|Belkacem|Zitouni|Mansouri",
                    "Yasmina|Khadija|Leïla|Nawal|Samira",
                    "Karim|Rachid|Abdelkader|Mohamed|Youssef"),
            of(
                    "da Silva|Ferreira|dos Santos|Pereira|Teixeira|Gonçalves|Rodrigues Alves|Moreira|Carvalho|Pinto",
                    "Fátima|Graça|Lurdes|Filipa|Conceição",
                    "João|Joaquim|Armindo|Nuno|Tiago"),
            of(
                    "Nowak|Wiśniewski|Kaczmarek|Zielinski|Szymczak|Wojcik|Majewski|Grabowski|Pawlak|Krol",
                    "Agnieszka|Bożena|Danuta|Ewa|Kinga",
                    "Zbigniew|Wojciech|Tadeusz|Marek|Janusz"),
            of(
                    "Yılmaz|Demir|Çelik|Öztürk|Aydın|Kaya|Şahin|Koç|Arslan|Polat",
                    "Ayşe|Elif|Zeynep|Gülten|Hatice",
                    "Mehmet|Mustafa|Emre|Hüseyin|Kemal"),
            of(
                    "Nguyen|Tran Van|Pham|Le Thi|Huynh|Vo|Dang|Bui|Truong|Lam",
                    "Thi Mai|Lan|Huong|Thuy|Bich",
                    "Minh|Van Duc|Quang|Hieu|Tuan"),
            of(
                    "Diallo|Traoré|Coulibaly|Ndiaye|Sow|Konaté|Mbemba|Ouattara|Keïta|Camara",
                    "Aminata|Fatoumata|Awa|Mariama|Bintou",
                    "Mamadou|Ousmane|Ibrahima|Cheikh|Seydou"));

    private static final Names OF_HERE = new Names(
            FRENCH,
            split(
                    "Alix|Bertille|Capucine|Delphine|Églantine|Fabienne|Ghislaine|Honorine|Isaure|Joëlle|Laurence|Marie-Laure|Noémie"
                            + "|Odile|Pascale|Quitterie|Régine|Solène|Thérèse|Ursule|Viviane|Yvette|Zélie|Anne-Sophie|Maëlys|Inaya"),
            split(
                    "Alban|Bastien|Cyprien|Didier|Étienne|Fulbert|Guilhem|Hervé|Isidore|Jean-Luc|Kévin|Loïc|Marius|Norbert|Octave"
                            + "|Pierre-Yves|Quentin|Rémi|Sylvain|Théo|Urbain|Valère|Yvon|Zacharie|Jean-Baptiste|Ambroise"));

    private static Names of(String last, String women, String men) {
        return new Names(split(last), split(women), split(men));
    }

    private static List<String> split(String text) {
        return List.of(text.split("\\|", -1));
    }

    private static List<String> joined(String starts, String ends) {
        List<String> words = new ArrayList<>();
        for (String end : ends.split(" ", -1)) {
            for (String start : starts.split(" ", -1)) {
                words.add(start + end);
            }
        }
        return List.copyOf(words);
    }

    /** Three in four are from here. */
    static Names some(Random dice) {
        return dice.nextInt(4) > 0 ? OF_HERE : ORIGINS.get(dice.nextInt(ORIGINS.size()));
    }

    String surname(Random dice) {
        String name = skewed(last, dice);
        return dice.nextInt(16) == 0 && name.indexOf(' ') < 0 ? name + "-" + skewed(FRENCH, dice) : name;
    }

    String first(boolean woman, Random dice) {
        return skewed(woman ? women : men, dice);
    }

    private static String skewed(List<String> words, Random dice) {
        return words.get((int) (words.size() * Math.pow(dice.nextDouble(), 1.6)));
    }
}
