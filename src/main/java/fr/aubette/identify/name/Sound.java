package fr.aubette.identify.name;

/**
 * How a name sounds in French, roughly: "Lefebvre" and "Lefèvre", "Yilmaz" and "Yılmas", "Mathieu" and "Matieux" are
 * alike. It is a key to find people by, never a proof that names are the same.
 */
public final class Sound {

    /** Letters that are not heard at the end of a name. */
    private static final String MUTE = "stdxp";

    private Sound() {}

    /** The sound of letters that are folded and joined; digits stand for nasal vowels. Never empty unless they are. */
    public static String of(String joined) {
        StringBuilder heard = new StringBuilder(joined.length());
        int at = 0;
        while (at < joined.length()) {
            at += hear(joined, at, heard);
        }
        heard.setLength(heardEnd(joined, heard));
        return heard.isEmpty() ? joined : heard.toString();
    }

    /** The consonants of a sound: slips in vowels do not change it. */
    public static String skeleton(String sound) {
        StringBuilder bare = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            if (c >= '1' && c <= '3') {
                say(bare, 'n');
            } else if (!isVowel(c)) {
                say(bare, c);
            } else if (i == 0) {
                bare.append('a');
            }
        }
        return bare.isEmpty() ? sound : bare.toString();
    }

    /** A last e lets the consonant before it be heard; without it, it is mute. */
    private static int heardEnd(String word, StringBuilder heard) {
        int end = heard.length();
        boolean plural = word.endsWith("es");
        if (plural && end > 3) {
            end--;
        }
        if ((plural || word.endsWith("e")) && end > 2 && heard.charAt(end - 1) == 'e') {
            return end - 1;
        }
        while (end > 2 && MUTE.indexOf(heard.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Hears what stands at one place; how many letters it took. */
    private static int hear(String word, int at, StringBuilder heard) {
        char c = word.charAt(at);
        if (isVowel(c)) {
            return vowels(word, at, heard);
        }
        char next = letter(word, at + 1);
        boolean soft = next == 'e' || next == 'i' || next == 'y';
        switch (c) {
            case 'h' -> {
                return 1;
            }
            case 'p' -> {
                say(heard, next == 'h' ? 'f' : 'p');
                return next == 'h' ? 2 : 1;
            }
            case 's' -> {
                int skip = word.startsWith("sch", at) ? 3 : next == 'h' ? 2 : 1;
                say(heard, skip > 1 ? 'c' : 's');
                return skip;
            }
            case 'c' -> {
                say(heard, next == 'h' ? 'c' : soft ? 's' : 'k');
                return next == 'h' || next == 'k' ? 2 : 1;
            }
            case 'q' -> {
                say(heard, 'k');
                return next == 'u' ? 2 : 1;
            }
            case 'g' -> {
                say(heard, next == 'n' ? 'n' : soft ? 'j' : 'g');
                return next == 'n' || next == 'u' && isVowel(letter(word, at + 2)) ? 2 : 1;
            }
            case 'b' -> {
                say(heard, next == 'v' ? 'v' : 'b');
                return next == 'v' ? 2 : 1;
            }
            case 'z' -> say(heard, 's');
            case 'w' -> say(heard, 'v');
            default -> say(heard, c);
        }
        return 1;
    }

    private static int vowels(String word, int at, StringBuilder heard) {
        int end = at;
        while (end < word.length() && isVowel(word.charAt(end))) {
            end++;
        }
        String group = word.substring(at, end);
        char after = letter(word, end);
        char beyond = letter(word, end + 1);
        boolean nasal =
                (after == 'n' || after == 'm') && !isVowel(beyond) && beyond != 'n' && beyond != 'm' && beyond != 'h';
        if (nasal) {
            say(heard, nasal(group));
            return end - at + 1;
        }
        boolean glide =
                after == 'l' && (isVowel(beyond) || beyond == 'l') && (group.endsWith("i") || group.endsWith("y"));
        for (char each : spoken(group).toCharArray()) {
            say(heard, each);
        }
        return glide ? end - at + (beyond == 'l' ? 2 : 1) : end - at;
    }

    private static char nasal(String group) {
        return switch (group.charAt(group.length() - 1)) {
            case 'a', 'e' -> '2';
            case 'o' -> '3';
            default -> '1';
        };
    }

    private static String spoken(String group) {
        return switch (group) {
            case "eau", "au", "o", "eo" -> "o";
            case "ai", "ei", "ae", "oe", "ay", "ey", "e", "ee", "ie", "eu", "oeu" -> "e";
            case "ou", "oo" -> "u";
            case "y", "ii" -> "i";
            default -> group.replace('y', 'i');
        };
    }

    private static void say(StringBuilder heard, char sound) {
        if (heard.isEmpty() || heard.charAt(heard.length() - 1) != sound) {
            heard.append(sound);
        }
    }

    private static char letter(String word, int at) {
        return at < word.length() ? word.charAt(at) : ' ';
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}
