package fr.aubette.model;

import java.util.Arrays;
import java.util.Locale;

/** The six ways in. Their codes are stable: queue names, metrics, URLs and the {@code channel} columns use them. */
public enum ChannelKind {
    PHONE,
    MAIL,
    LETTER,
    FORM,
    COUNTER,
    VIDEO;

    /** The stable lower-case code, for example {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with this code.
     *
     * @throws IllegalArgumentException if no channel has this code
     */
    public static ChannelKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is called " + code));
    }
}
