package fr.aubette.town;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** How what somebody is called is written by somebody in a hurry, or read by a scanner. */
record Slips(Random dice) {

    private static final String[][] SOUNDS = {
        {"ph", "f"},
        {"y", "i"},
        {"eau", "au"},
        {"ss", "s"},
        {"th", "t"},
        {"ck", "k"},
        {"c", "k"},
        {"ll", "l"},
        {"è", "ai"}
    };

    private static final String[][] SCANNED = {{"rn", "m"}, {"l", "1"}, {"o", "0"}, {"i", "l"}, {"e", "c"}, {"n", "u"}};

    static String plain(String text) {
        return Normalizer.normalize(text.replace("ı", "i"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    boolean in(int hundred) {
        return dice.nextInt(100) < hundred;
    }

    /** A name as it is typed: whole, or with one slip, in capitals, without accents. */
    String name(String name, boolean scanned) {
        String typed = name;
        if (in(7)) {
            typed = once(typed, SOUNDS);
        }
        if (in(7)) {
            typed = letter(typed);
        }
        if (scanned && in(12)) {
            typed = once(typed, SCANNED);
        }
        if (in(6) && typed.indexOf('-') > 0) {
            typed = typed.substring(0, typed.indexOf('-'));
        }
        if (in(25)) {
            typed = Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        }
        return in(20) ? typed.toUpperCase(Locale.ROOT) : in(6) ? typed.toLowerCase(Locale.ROOT) : typed;
    }

    private String once(String text, String[][] pairs) {
        String[] pair = pairs[dice.nextInt(pairs.length)];
        int at = text.indexOf(pair[0], 1);
        return at < 0 ? text : text.substring(0, at) + pair[1] + text.substring(at + pair[0].length());
    }

    private String letter(String text) {
        if (text.length() < 4) {
            return text;
        }
        int at = 1 + dice.nextInt(text.length() - 2);
        return switch (dice.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    String date(LocalDate day) {
        LocalDate said = in(4) ? LocalDate.of(day.getYear(), day.getMonth(), 1 + dice.nextInt(28)) : day;
        return in(40) ? said.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT)) : said.toString();
    }

    String street(String street) {
        return in(30)
                ? street.replace("boulevard", "bd")
                        .replace("avenue", "av.")
                        .replace("chemin", "ch")
                        .replace(" ", ", ")
                        .replaceFirst(", ", " ")
                : street;
    }

    String phone(String number) {
        return in(50) ? number : "0" + number.substring(3).replaceAll("(\\d)(?=(\\d\\d)+$)", "$1 ");
    }
}
