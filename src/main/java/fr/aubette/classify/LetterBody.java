package fr.aubette.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter says, without the two addresses at its head: every letter to a département is addressed to the
 * President of its council, in a street that may be named after a prefecture or a school, and none of that is what it
 * is about.
 */
final class LetterBody {

    /** A salutation further down than this, in characters, opens something else, such as a letter that is passed on. */
    private static final int LOWEST = 1_200;

    /** What follows the salutation must be worth reading, in characters. */
    private static final int LEAST = 40;

    private static final Pattern SALUTATION = Pattern.compile(
            "^\\h*(?:à l['’]attention de )?(?:madame|monsieur|mesdames|messieurs|mme|m\\.|chère?s?|bonjour|docteur|ma[iî]tre)\\b"
                    + "[^\\n]{0,80},\\h*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    private static final Pattern ADDRESS = Pattern.compile(
            "\\d{5}\\b|^\\h*(?:n° ?)?\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|av\\.|place|chemin|route|impasse|allées?|quai"
                    + "|cours|square|sentier|lotissement|lieu-dit|résidence)\\b|^\\h*(?:m\\.|mme|mlle|monsieur|madame)\\b"
                    + "|(?:conseil|h[ôo]tel) (?:d[ée]partemental|général|du d[ée]partement)|pr[ée]fecture"
                    + "|^[^\\n]{0,40}\\ble \\d{1,2}(?:er)?\\b[^\\n]{0,20}\\d{4}\\h*$|\\bt[ée]l(?:[ée]phone|\\.)?\\b|@|(?:\\d{2}[ .]?){5}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private LetterBody() {}

    /** All of it when no salutation is found; a line of the head that is no part of an address stays. */
    static String of(String text) {
        Matcher salutation = SALUTATION.matcher(text);
        if (!salutation.find()
                || salutation.end() > text.length() * LOWEST
                || text.length() - salutation.end() < LEAST) {
            return text;
        }
        List<String> kept = new ArrayList<>();
        text.substring(0, salutation.start())
                .lines()
                .filter(line -> !line.isBlank() && !ADDRESS.matcher(line).find())
                .forEach(kept::add);
        kept.add(text.substring(salutation.start()));
        return String.join("\n", kept);
    }
}
