package fr.aubette.identify.pairs;

import fr.aubette.identify.name.Sound;
import fr.aubette.identify.name.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** To what degree two values of one column are alike: 0 is equality, the type's last degree is difference. */
final class Likeness {

    private Likeness() {}

    static int of(ColumnType type, String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        return switch (type) {
            case NAME -> name(one, other);
            case TEXT -> text(one, other);
            case CODE -> code(one, other);
            case DATE -> date(one, other);
            case NUMBER -> number(one, other);
            case CATEGORY -> 1;
        };
    }

    /** 1: a slip; 2: alike; 3: somewhat alike; 4: an initial, or the beginning of the other; 5: another. */
    private static int name(String one, String other) {
        String a = one.replace(" ", "").replace("-", "");
        String b = other.replace(" ", "").replace("-", "");
        if (a.equals(b)) {
            return 1;
        }
        int shortest = Math.min(a.length(), b.length());
        if (shortest <= 2 || a.startsWith(b) || b.startsWith(a)) {
            return shortest > 0 && a.charAt(0) == b.charAt(0) && (a.startsWith(b) || b.startsWith(a)) ? 4 : 5;
        }
        double distance = Spelling.distance(a, b);
        double likeness = Spelling.likeness(a, b);
        if (distance <= 1 && shortest >= 3 || distance <= 2 && shortest >= 8 || likeness >= 0.94) {
            return 1;
        }
        if (likeness >= 0.88 || distance <= 2 && shortest >= 5 || Sound.of(a).equals(Sound.of(b))) {
            return 2;
        }
        if (sharesWord(one, other)) {
            return 2;
        }
        return likeness >= 0.80 || distance <= 2 && shortest >= 4 || distance <= shortest / 3.0 ? 3 : 5;
    }

    private static boolean sharesWord(String one, String other) {
        if (one.indexOf(' ') < 0 && other.indexOf(' ') < 0 && one.indexOf('-') < 0 && other.indexOf('-') < 0) {
            return false;
        }
        List<String> words = words(other);
        return words(one).stream().anyMatch(word -> word.length() > 3 && words.contains(word));
    }

    /** 1 to 4: less and less of the words of the shorter are in the longer; 5: next to nothing. */
    private static int text(String one, String other) {
        double alike = alike(words(one), words(other));
        return alike >= 0.9 ? 1 : alike >= 0.75 ? 2 : alike >= 0.55 ? 3 : alike >= 0.35 ? 4 : 5;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace('-', ' ').split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Share of letters that find their like, each word once, between the shorter's and the mean's measure. */
    private static double alike(List<String> one, List<String> other) {
        List<String> shorter = one.size() <= other.size() ? one : other;
        List<String> longer = new ArrayList<>(one.size() <= other.size() ? other : one);
        double found = 0;
        double all = 0;
        double rest = longer.stream().mapToInt(String::length).sum();
        for (String word : shorter) {
            all += word.length();
            int best = -1;
            double most = 0.79;
            for (int i = 0; i < longer.size(); i++) {
                double like = likeness(word, longer.get(i));
                if (like > most) {
                    most = like;
                    best = i;
                }
            }
            if (best >= 0) {
                found += most * word.length();
                longer.remove(best);
            }
        }
        return all == 0 ? 0 : 0.6 * found / all + 0.4 * found / Math.max(all, rest);
    }

    private static double likeness(String one, String other) {
        if (Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0))) {
            return one.equals(other) ? 1 : 0;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? 0.8 : 0;
        }
        return Spelling.likeness(one, other);
    }

    /** 1: one figure apart; 2: two apart, in a longer one; 3: another. */
    private static int code(String one, String other) {
        int shortest = Math.min(one.length(), other.length());
        if (shortest < 2 || Math.abs(one.length() - other.length()) > 2) {
            return 3;
        }
        double distance = Spelling.distance(one, other);
        return distance <= 1 ? 1 : distance <= 2 && shortest >= 4 ? 2 : 3;
    }

    /** 1: a slip, or day and month exchanged; 2: two of day, month and year are the same; 3: another. */
    private static int date(String one, String other) {
        double distance = Spelling.distance(one, other);
        char[] mine = one.toCharArray();
        char[] yours = other.toCharArray();
        if (distance <= 1) {
            return 1;
        }
        if (one.length() != 8 || other.length() != 8) {
            return distance <= 2 ? 2 : 3;
        }
        boolean exchanged = one.substring(0, 4).equals(other.substring(0, 4))
                && one.substring(4, 6).equals(other.substring(6))
                && one.substring(6).equals(other.substring(4, 6));
        int same = (Arrays.equals(mine, 0, 4, yours, 0, 4) ? 1 : 0)
                + (Arrays.equals(mine, 4, 6, yours, 4, 6) ? 1 : 0)
                + (Arrays.equals(mine, 6, 8, yours, 6, 8) ? 1 : 0);
        return exchanged ? 1 : same == 2 || distance <= 2 ? 2 : 3;
    }

    /** 1: one apart; 2: three apart at most; 3: another. */
    private static int number(String one, String other) {
        try {
            double apart = Math.abs(Double.parseDouble(one) - Double.parseDouble(other));
            return apart <= 1 ? 1 : apart <= 3 ? 2 : 3;
        } catch (NumberFormatException e) {
            return 3;
        }
    }
}
