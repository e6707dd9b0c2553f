package fr.aubette.normalise.letter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a person must say where a letter ends. Prefix {@code aubette.letter.cut}, file {@code config/application.yaml}.
 *
 * @param ask whether what is not sure waits in the mail room's page; false: it goes on as one letter, with a remark
 * @param poor of a file of several pages without a separator, a page read with less than this mean confidence leaves
 *     open where its letter ends; 0 to 100, 45 unless told, 0: never
 * @param content whether a letter also ends where the next one begins beyond doubt; false: at separator sheets only
 */
@ConfigurationProperties("aubette.letter.cut")
public record CutSettings(
        @DefaultValue("true") boolean ask,
        @DefaultValue("45") int poor,
        @DefaultValue("true") boolean content) {

    public CutSettings {
        if (poor < 0 || poor > 100) {
            throw new IllegalArgumentException("aubette.letter.cut.poor must lie in 0..100, is " + poor);
        }
    }

    /** What holds when nothing is told. */
    public static CutSettings defaults() {
        return new CutSettings(true, 45, true);
    }

    /** The same, for a file that is one letter by what its drop folder says of it. */
    CutSettings atSeparators() {
        return new CutSettings(ask, poor, false);
    }
}
