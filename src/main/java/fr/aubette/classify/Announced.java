package fr.aubette.classify;

import java.util.regex.Pattern;

/**
 * Words that announce another matter.
 *
 * @param perhaps any that often do
 * @param plainly any that hardly ever does anything else
 */
record Announced(boolean perhaps, boolean plainly) {

    private static final Pattern PERHAPS = Pattern.compile(
            "\\b(?:par ailleurs|d.autre part|autre (?:question|chose|sujet|point|demande|souci|probleme|affaire)|egalement"
                    + "|de plus|et puis|au passage|j.en profite|je profite|profite"
                    + "|(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis)|les deux|les 2"
                    + "|a la fois|en meme temps|en outre|pendant que|(?:second|seconde|deuxieme)|premierement|deuxiemement"
                    + "|d.une part|[12] ?[°/)]|[12]\\.|ps ?:|p\\.s|rien a voir|par la meme occasion|en parallele|d.abord"
                    + "|ensuite|enfin|puisque|a ce propos|question subsidiaire|autrement|sinon|aussi|ainsi que"
                    + "|par contre)|\\B\\+");

    private static final Pattern PLAINLY = Pattern.compile(
            "\\b(?:par ailleurs|d.autre part|autre (?:question|chose|sujet|point|demande|souci|probleme)|j.en profite"
                    + "|je profite|(?:deux|2) (?:questions|demandes|choses|problemes|sujets|dossiers|points|soucis)"
                    + "|pendant que|seconde? |deuxieme(?:ment)?|2 ?[°/)]|ps ?:|rien a voir|par la meme occasion"
                    + "|en parallele|en outre|question subsidiaire|au passage|et aussi)| \\+ ");

    static Announced in(String text) {
        String folded = Folding.sameLength(text);
        boolean perhaps = PERHAPS.matcher(folded).find();
        return new Announced(perhaps, perhaps && PLAINLY.matcher(folded).find());
    }
}
