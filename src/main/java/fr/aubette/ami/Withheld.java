package fr.aubette.ami;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Callers who withheld their number. An exchange that trusts its operator may still hold it in clear; the dialplan then
 * says so by {@code UserEvent(Caller,Privacy: private)} or the name is the operator's word for it.
 */
final class Withheld {

    static final String WORD = "anonymous";

    private static final Set<String> NAMES = Set.of(
            "anonymous",
            "anonyme",
            "restricted",
            "private",
            "privé",
            "prive",
            "withheld",
            "masqué",
            "masque",
            "numéro masqué",
            "numero masque",
            "appel masqué",
            "secret");
    private static final Pattern SAYS_SO =
            Pattern.compile("(?i)\\b(private|prohib\\w*|withheld|masqu[eé]\\w*|secret)\\b");
    /** Digits of a number that its many ways of writing share. */
    private static final int SHARED_DIGITS = 9;

    private Withheld() {}

    static boolean isName(String callerName) {
        return NAMES.contains(callerName.toLowerCase(Locale.ROOT).strip());
    }

    static boolean isSaidBy(AmiBlock block) {
        return block.event().equals("UserEvent")
                && block.fields().entrySet().stream()
                        .filter(field -> !field.getKey().startsWith("CallerID")
                                && !field.getKey().startsWith("ConnectedLine")
                                && !field.getKey().equalsIgnoreCase("Privilege"))
                        .anyMatch(field -> SAYS_SO.matcher(field.getValue()).find());
    }

    /** The same blocks without the number, in any of its forms, nor the name. */
    static byte[] removed(byte[] blocks, String number, String name) {
        String text = new String(blocks, StandardCharsets.ISO_8859_1);
        String digits = number.replaceAll("\\D", "");
        if (digits.length() >= SHARED_DIGITS) {
            String shared = digits.substring(digits.length() - SHARED_DIGITS);
            text = text.replaceAll("\\+?\\d{0,4}" + shared, WORD);
        } else if (!digits.isEmpty()) {
            text = text.replaceAll("(?m)(:\\s*)" + Pattern.quote(number) + "(\\s*)$", "$1" + WORD + "$2");
        }
        String latin = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String each : List.of(name, latin)) {
            if (!each.isBlank() && !isName(each)) {
                text = text.replaceAll("(?m)(Name:\\s*)" + Pattern.quote(each) + "(\\s*)$", "$1" + WORD + "$2");
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
