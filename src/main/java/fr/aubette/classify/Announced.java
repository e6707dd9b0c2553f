package fr.aubette.classify;

import java.util.regex.Matcher;

/**
 * Words that announce another matter.
 *
 * @param perhaps any that often do
 * @param plainly any that hardly ever does anything else
 */
record Announced(boolean perhaps, boolean plainly) {

    private static final NamedPattern PERHAPS = NamedPattern.of(
            "perhaps",
            "(?:par ailleurs|d.autre part|autre (?:question|chose|sujet|point|demande|souci|probleme|affaire)|egalement"
                    + "|de plus|et puis|au passage|j.en profite|je profite|profite"
                    + "|(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis)|les deux|les 2"
                    + "|a la fois|en meme temps|en outre|pendant que|(?:second|seconde|deuxieme)|premierement|deuxiemement"
                    + "|d.une part|[12] ?[°/)]|[12]\\.|ps ?:|p\\.s|rien a voir|par la meme occasion|en parallele|d.abord"
                    + "|ensuite|enfin|puisque|a ce propos|question subsidiaire|autrement|sinon|aussi|ainsi que"
                    + "|par contre|au fait|tant que (?:j|on|vous|nous|je)|(?:dernier|autre) point|derniere chose|a part ca"
                    + "|a part cela|autre registre|changement de sujet|accessoirement|subsidiairement|j.ajoute|quant a"
                    + "|petite question|tout autre|profit(?:ant|er|ons)|cela dit|ceci dit|outre)");

    private static final NamedPattern PLAINLY = NamedPattern.of(
            "plainly",
            "(?:par ailleurs|d.autre part|autre (?:question|chose|sujet|point|demande|souci|probleme)|j.en profite"
                    + "|je profite|(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis)"
                    + "|pendant que|seconde? |deuxieme(?:ment)?|2 ?[°/)]|ps ?:|rien a voir|par la meme occasion"
                    + "|en parallele|en outre|question subsidiaire|au passage|et aussi|au fait|tant que (?:j.y|on y|vous)"
                    + "|(?:dernier|autre) point|derniere chose|a part ca|a part cela|autre registre|changement de sujet"
                    + "|accessoirement|subsidiairement|tout autre|profit(?:ant|ons))");

    /** Looks where words begin, and for a plus sign between two demands. */
    static Announced in(String text) {
        String folded = Folding.sameLength(text);
        boolean plainly = folded.contains(" + ") || begins(PLAINLY, folded);
        return new Announced(plainly || plus(folded) || begins(PERHAPS, folded), plainly);
    }

    private static boolean begins(NamedPattern words, String folded) {
        Matcher matcher = words.pattern().matcher(folded).useTransparentBounds(true);
        boolean inside = false;
        for (int at = 0; at < folded.length(); at++) {
            boolean letter = Character.isLetterOrDigit(folded.charAt(at));
            if (letter && !inside) {
                int pair = NamedPattern.pair(folded, at);
                if ((pair < 0 || words.mayBegin(pair))
                        && matcher.region(at, folded.length()).lookingAt()) {
                    return true;
                }
            }
            inside = letter;
        }
        return false;
    }

    /** A plus sign that no word ends with. */
    private static boolean plus(String folded) {
        int at = folded.indexOf('+');
        while (at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
            at = folded.indexOf('+', at + 1);
        }
        return at >= 0;
    }
}
