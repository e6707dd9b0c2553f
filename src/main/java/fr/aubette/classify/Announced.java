package fr.aubette.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Words that announce another matter, and words that demand something.
 *
 * @param places where an announcement begins
 * @param asking where a word asks for something, and where each question mark stands
 */
record Announced(List<Integer> places, List<Integer> asking) {

    private static final NamedPattern OTHER = NamedPattern.anyOf(
            "other",
            List.of(
                    "par ailleurs",
                    "d.autre part",
                    "(?:autre|derniere?) (?:question|chose|sujet|point|demande|souci|probleme|registre)",
                    "derniere chose",
                    "j.en profite",
                    "je profite",
                    "profit(?:ant|ons|e )",
                    "secundo",
                    "seconde? ",
                    "deuxieme",
                    "(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis|remarques)",
                    "2 ?[°/)]",
                    "2[.-] ",
                    "2eme ",
                    "ps ?:",
                    "p\\.s",
                    "rien a voir",
                    "par la meme occasion",
                    "par le meme courrier",
                    "en parallele",
                    "en outre",
                    "de plus",
                    "au surplus",
                    "en plus",
                    "question subsidiaire",
                    "au passage",
                    "en passant",
                    "et aussi",
                    "aussi",
                    "egalement",
                    "ainsi que",
                    "au fait",
                    "tant que (?:j|on|vous|nous|je)",
                    "pendant que",
                    "a part c",
                    "changement de sujet",
                    "accessoirement",
                    "subsidiairement",
                    "tout autre",
                    "cela (?:etant|dit)",
                    "ceci (?:etant|dit)",
                    "sinon",
                    "et puis",
                    "d.un autre cote",
                    "dans un autre",
                    "et (?:signale|demande|veut|souhaite|voudrait|cherche)",
                    "question (?:annexe|bete|toute)",
                    "reste (?:que|la)",
                    "(?:les|toutes les) (?:deux|2)"));

    private static final NamedPattern DEMAND = NamedPattern.anyOf(
            "demand",
            List.of(
                    "je (?:demande|souhait|voudr|desir|sollicit|reclam|signal|conteste|recherche|cherche|requier|propose|veu)",
                    "j.aimer",
                    "j.ai besoin",
                    "nous (?:demand|souhait|voudr|sollicit|desir|aimer|signal|cherch)",
                    "merci de",
                    "pouvez",
                    "pourriez",
                    "pourrait",
                    "peut-on",
                    "puis-je",
                    "comment",
                    "faut-il",
                    "a qui",
                    "qui (?:peut|doit|s.occup)",
                    "quand ",
                    "demande",
                    "veut",
                    "signale",
                    "cherche",
                    "est-ce",
                    "est ce"));

    /** Ends a verb of what somebody has done: "ont demandé leur extrait" asks for nothing. */
    private static final char PAST = 'é';

    /** Looks where words begin, and for a plus sign between two demands. */
    static Announced in(String text) {
        String folded = Folding.sameLength(text);
        Matcher other = OTHER.pattern().matcher(folded).useTransparentBounds(true);
        Matcher demand = DEMAND.pattern().matcher(folded).useTransparentBounds(true);
        List<Integer> places = new ArrayList<>();
        List<Integer> asking = new ArrayList<>();
        boolean inside = false;
        for (int at = 0; at < folded.length(); at++) {
            boolean letter = Character.isLetterOrDigit(folded.charAt(at));
            if (letter && !inside) {
                if (begins(OTHER, other, folded, at)) {
                    places.add(at);
                }
                if (begins(DEMAND, demand, folded, at) && text.charAt(demand.end() - 1) != PAST) {
                    asking.add(at);
                }
            } else if (folded.charAt(at) == '?') {
                asking.add(at);
            } else if (folded.startsWith(" + ", at)) {
                places.add(at);
            }
            inside = letter;
        }
        return new Announced(places, asking);
    }

    private static boolean begins(NamedPattern words, Matcher matcher, String folded, int at) {
        int pair = NamedPattern.pair(folded, at);
        return (pair < 0 || words.mayBegin(pair))
                && matcher.usePattern(words.pattern(folded.charAt(at)))
                        .region(at, folded.length())
                        .lookingAt();
    }

    /** How many words ask for something; each question mark is one. */
    int demands() {
        return asking.size();
    }

    /** Whether an announcement begins between two places. */
    boolean opens(int from, int to) {
        return any(places, from, to);
    }

    /** Whether something is asked for between two places. */
    boolean asks(int from, int to) {
        return any(asking, from, to);
    }

    private static boolean any(List<Integer> ascending, int from, int to) {
        int at = Collections.binarySearch(ascending, from);
        int first = at < 0 ? -at - 1 : at;
        return first < ascending.size() && ascending.get(first) < to;
    }
}
