package fr.aubette.typed;

import java.util.Arrays;
import java.util.List;

/** Phone numbers as people type several of them into one field. */
public final class TypedPhones {

    private TypedPhones() {}

    /** The numbers in the text, parted by commas, semicolons, « ou » or line ends, in E.164 form, without repeats. */
    public static List<String> numbers(String text) {
        return Arrays.stream(Texts.cut(text, 200).split("[,;\\n|]|\\bou\\b|\\bor\\b", -1))
                .flatMap(number -> PhoneNumbers.e164(number.strip()).stream())
                .distinct()
                .toList();
    }
}
