package fr.aubette.identify.match;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers in their one form. */
public final class Numbers {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** The shortest that can be one person's: short numbers are services. */
    private static final int SHORTEST = 6;

    private Numbers() {}

    /** In E.164 form, read as in France; empty for what is withheld, short or no number. */
    public static Optional<String> of(String written) {
        long digits = written.chars().filter(Character::isDigit).count();
        if (digits < SHORTEST) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = UTIL.parse(written, "FR");
            return UTIL.isPossibleNumber(number)
                    ? Optional.of(UTIL.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a number in E.164 form is a French mobile: carried by one person more often than a landline. */
    static boolean isMobile(String number) {
        return number.startsWith("+336") || number.startsWith("+337");
    }
}
