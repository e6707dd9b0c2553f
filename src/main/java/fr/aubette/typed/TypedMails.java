package fr.aubette.typed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Mail addresses as people type them. */
public final class TypedMails {

    /** Longest address that a mail server takes (RFC 5321, 4.5.3.1.3, without the brackets). */
    private static final int LONGEST = 254;

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");

    private TypedMails() {}

    /** The addresses in the text, lower case, without repeats; what is not an address is left out. */
    public static List<String> addresses(String text) {
        return Arrays.stream(text.split("[,;]", -1))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .map(address -> address.startsWith("mailto:") ? address.substring("mailto:".length()) : address)
                .filter(address ->
                        address.length() <= LONGEST && ADDRESS.matcher(address).matches())
                .distinct()
                .toList();
    }
}
