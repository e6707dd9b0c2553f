package fr.aubette.typed;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Phone numbers as people type them in France. */
public final class TypedPhones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private TypedPhones() {}

    /** The numbers in the text, parted by commas, semicolons, « ou » or line ends, in E.164 form, without repeats. */
    public static List<String> numbers(String text) {
        return Arrays.stream(Texts.cut(text, 200).split("[,;\\n|]|\\bou\\b|\\bor\\b", -1))
                .flatMap(number -> number(number.strip()).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> number(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, "FR");
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
