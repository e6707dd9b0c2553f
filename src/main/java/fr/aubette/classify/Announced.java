package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Words that announce another matter, and words that demand something.
 *
 * @param places where an announcement begins
 * @param demands how many words ask for something; each question mark is one
 */
record Announced(List<Integer> places, int demands) {

    private static final NamedPattern OTHER = NamedPattern.of(
            "other",
            "(?:par ailleurs|d.autre part|(?:autre|derniere?) (?:question|chose|sujet|point|demande|souci|probleme|registre)"
                    + "|derniere chose|j.en profite|je profite|profit(?:ant|ons|e )|secundo|seconde? |deuxieme"
                    + "|(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis|remarques)"
                    + "|2 ?[°/)]|2[.-] |2eme |ps ?:|p\\.s|rien a voir|par la meme occasion|par le meme courrier"
                    + "|en parallele|en outre|de plus|au surplus|en plus|question subsidiaire|au passage|en passant"
                    + "|et aussi|aussi|egalement|ainsi que|au fait|tant que (?:j|on|vous|nous|je)|pendant que"
                    + "|a part c|changement de sujet|accessoirement|subsidiairement|tout autre|cela (?:etant|dit)"
                    + "|ceci (?:etant|dit)|sinon|et puis|(?:les|toutes les) (?:deux|2))");

    private static final NamedPattern DEMAND = NamedPattern.of(
            "demand",
            "(?:je (?:demande|souhait|voudr|desir|sollicit|reclam|signal|conteste|recherche|cherche|requier|propose|veu)"
                    + "|j.aimer|j.ai besoin|nous (?:demand|souhait|voudr|sollicit|desir|aimer|signal|cherch)|merci de"
                    + "|pouvez|pourriez|pourrait|peut-on|puis-je|comment|faut-il|a qui|qui (?:peut|doit|s.occup)"
                    + "|quand |demande|veut|signale|cherche|est-ce|est ce)");

    /** Looks where words begin, and for a plus sign between two demands. */
    static Announced in(String text) {
        String folded = Folding.sameLength(text);
        List<Integer> places = places(OTHER, folded);
        for (int at = folded.indexOf(" + "); at >= 0; at = folded.indexOf(" + ", at + 1)) {
            places.add(at);
        }
        long questions = folded.chars().filter(sign -> sign == '?').count();
        return new Announced(places, (int) questions + places(DEMAND, folded).size());
    }

    private static List<Integer> places(NamedPattern words, String folded) {
        List<Integer> places = new ArrayList<>();
        Matcher matcher = words.pattern().matcher(folded).useTransparentBounds(true);
        boolean inside = false;
        for (int at = 0; at < folded.length(); at++) {
            boolean letter = Character.isLetterOrDigit(folded.charAt(at));
            if (letter && !inside) {
                int pair = NamedPattern.pair(folded, at);
                if ((pair < 0 || words.mayBegin(pair))
                        && matcher.region(at, folded.length()).lookingAt()) {
                    places.add(at);
                }
            }
            inside = letter;
        }
        return places;
    }
}
