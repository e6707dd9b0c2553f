package fr.aubette.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When paper is proposed to go. Prefix {@code aubette.archive}, file {@code config/application.yaml}.
 *
 * @param keepPaper days after its arrival on which a letter's paper stays whatever happens; 30 to 3,650, 180 unless
 *     told
 * @param most letters on one bordereau; 1 to 5,000, 1,000 unless told
 */
@ConfigurationProperties("aubette.archive")
public record ArchiveSettings(
        @DefaultValue("180") int keepPaper,
        @DefaultValue("1000") int most) {

    public ArchiveSettings {
        within("keep-paper", keepPaper, 30, 3650);
        within("most", most, 1, 5000);
    }

    private static void within(String key, int value, int least, int largest) {
        if (value < least || value > largest) {
            throw new IllegalArgumentException(
                    "aubette.archive." + key + " must lie in " + least + ".." + largest + ", is " + value);
        }
    }
}
