package fr.aubette.answer.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as it is read through the window of an envelope (NF Z 10-011): at most six lines of at most 38 characters,
 * none of them empty, the last one the postcode and the town in capitals.
 */
public final class WindowAddress {

    private static final int LINES = 6;
    private static final int WIDTH = 38;

    /** A postcode with its town at the end of a line on which something else stands before. */
    private static final Pattern TOWN_INSIDE =
            Pattern.compile("^(.*?\\S)[,\\s]+[–-]?\\s*(\\d{5}\\s+\\p{L}[\\p{L}0-9 .'’-]*)$");

    private static final Pattern TOWN = Pattern.compile("^(?:F-?)?\\d{5}\\s+\\p{L}.*$");

    private WindowAddress() {}

    /**
     * The lines.
     *
     * @param name of who lives there; left out when blank, or when the address begins with it
     * @param address as the citizen gave it: lines, or one line parted by commas
     */
    public static List<String> of(String name, String address) {
        List<String> lines = new ArrayList<>();
        List<String> given = lines(address);
        if (!name.isBlank() && (given.isEmpty() || !folded(given.get(0)).contains(folded(name)))) {
            wrapped(name, lines);
        }
        given.forEach(line -> wrapped(line, lines));
        while (lines.size() > LINES) {
            String last = lines.remove(LINES - 1);
            lines.set(LINES - 2, lines.get(LINES - 2) + " " + last);
        }
        int end = lines.size() - 1;
        if (end >= 0 && TOWN.matcher(lines.get(end)).matches()) {
            lines.set(
                    end,
                    lines.get(end)
                            .replaceAll("[.,;]+", "")
                            .replaceAll("\\s+", " ")
                            .toUpperCase(Locale.FRENCH));
        }
        return List.copyOf(lines);
    }

    /** Whether a letter can be posted there: somebody or something, and a postcode with its town. */
    public static boolean isWhole(List<String> address) {
        return address.size() >= 2
                && TOWN.matcher(address.get(address.size() - 1)).matches();
    }

    private static List<String> lines(String address) {
        List<String> lines = new ArrayList<>();
        for (String raw : address.split("\\R")) {
            String line = Printable.of(raw).strip().replaceFirst("[,;]$", "");
            Matcher town = TOWN_INSIDE.matcher(line);
            if (town.matches()) {
                commas(town.group(1), lines);
                lines.add(town.group(2));
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A number is parted from its street by no line. */
    private static void commas(String line, List<String> lines) {
        for (String part : line.split("(?<!^\\d{1,4}|[,;]\\s?\\d{1,4})\\s*[,;]\\s*")) {
            if (!part.isBlank()) {
                lines.add(part.strip());
            }
        }
    }

    private static void wrapped(String line, List<String> lines) {
        String rest = Printable.of(line).strip();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int cut = space > 0 ? space : WIDTH;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
