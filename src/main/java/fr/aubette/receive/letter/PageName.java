package fr.aubette.receive.letter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a numbered file says: {@code scan_001.jpg}, {@code IMG-2.png}, {@code Dupont (3).pdf}.
 *
 * @param letter the name without mark, number and extension
 * @param number from 0
 */
public record PageName(String letter, int number) {

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(.*[^-_ .(])[-_ .(]+0*(\\d{1,3})\\)?\\.(?:pdf|tiff?|jpe?g|png)");

    /** Empty for a name that has no number. */
    public static Optional<PageName> of(String fileName) {
        Matcher name = NUMBERED.matcher(fileName);
        return name.matches()
                ? Optional.of(new PageName(name.group(1), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }
}
