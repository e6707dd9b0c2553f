package fr.aubette.typed;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people and exchanges write them in France, made one form so that the same line is the same key.
 *
 * <p>Possible numbers are accepted, not only allotted ones: an exchange shows what a line really is, and allotments
 * change.
 */
public final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String FRANCE = "FR";
    /** Longest writing of one number; more is no number. */
    private static final int LONGEST = 64;

    private static final Pattern SIP = Pattern.compile("(?i)^<?(?:sips?|tel):([^@;>]*).*$");
    /** Without its leading 0: some trunks take it off. */
    private static final Pattern BARE = Pattern.compile("[1-9]\\d{8}");

    private static final Pattern BARE_INTERNATIONAL = Pattern.compile("33[1-9]\\d{8}");
    private static final Pattern FICTIONAL_MOBILE = Pattern.compile("63998\\d{4}");
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?<![\\d+])(?:(?:\\+|00)33[ .-]?(?:\\(0\\))?[ .-]?|0)[1-9](?:[ .\\u00a0\\u202f-]?\\d{2}){4}(?!\\d)");

    /** Overseas lines are dialled like mainland ones inside France and have country codes of their own. */
    private static final Map<String, Integer> OVERSEAS = Map.ofEntries(
            Map.entry("262", 262),
            Map.entry("263", 262),
            Map.entry("269", 262),
            Map.entry("639", 262),
            Map.entry("692", 262),
            Map.entry("693", 262),
            Map.entry("590", 590),
            Map.entry("690", 590),
            Map.entry("691", 590),
            Map.entry("594", 594),
            Map.entry("694", 594),
            Map.entry("596", 596),
            Map.entry("696", 596),
            Map.entry("697", 596));

    private PhoneNumbers() {}

    /**
     * The number in E.164, for example {@code +33639980101}.
     *
     * @return empty for what is nobody's line: a short number, a withheld one, a word
     */
    public static Optional<String> e164(String written) {
        return parse(written).map(number -> LIBRARY.format(number, PhoneNumberFormat.E164));
    }

    /** The number as a French reader expects it: {@code 06 39 98 01 01}, a foreign one with its country code. */
    public static Optional<String> shown(String written) {
        return parse(written).map(PhoneNumbers::shown);
    }

    /**
     * The number as it is dialled in France: {@code 0639980101}, abroad {@code 0032470123456}.
     *
     * @return empty for what is nobody's line, a short number inside too
     */
    public static Optional<String> dialled(String written) {
        return parse(written)
                .map(number -> isFrench(number)
                        ? LIBRARY.format(number, PhoneNumberFormat.NATIONAL).replace(" ", "")
                        : LIBRARY.format(number, PhoneNumberFormat.E164).replace("+", "00"));
    }

    /** The French numbers that a text quotes, in E.164, each once, in its order. */
    public static List<String> in(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(found -> e164(found).stream())
                .distinct()
                .toList();
    }

    private static String shown(PhoneNumber number) {
        return LIBRARY.format(number, isFrench(number) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    private static boolean isFrench(PhoneNumber number) {
        return number.getCountryCode() == 33 || OVERSEAS.containsValue(number.getCountryCode());
    }

    private static Optional<PhoneNumber> parse(String written) {
        String bare = SIP.matcher(written.strip()).replaceFirst("$1").strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = LIBRARY.parse(completed(bare), FRANCE);
            return LIBRARY.isPossibleNumber(number) ? Optional.of(atHome(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String completed(String bare) {
        if (BARE_INTERNATIONAL.matcher(bare).matches()) {
            return "+" + bare;
        }
        return BARE.matcher(bare).matches() ? "0" + bare : bare;
    }

    private static PhoneNumber atHome(PhoneNumber number) {
        String national = LIBRARY.getNationalSignificantNumber(number);
        if (number.getCountryCode() != 33
                || national.length() != 9
                || FICTIONAL_MOBILE.matcher(national).matches()) {
            return number;
        }
        int code = OVERSEAS.getOrDefault(national.substring(0, 3), 33);
        return new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
    }
}
