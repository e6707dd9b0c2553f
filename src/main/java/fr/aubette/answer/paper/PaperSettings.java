package fr.aubette.answer.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are printed. Prefix {@code aubette.paper}, file {@code config/application.yaml}.
 *
 * @param house whose letters they are, as their head says
 * @param town where they are written; blank leaves the place out
 * @param logo a PNG or JPEG for the head; blank for none
 * @param duplex whether sheets are printed on both sides: each letter then begins on a sheet of its own
 * @param most letters in one batch; 1 to 500, 100 unless told
 */
@ConfigurationProperties("aubette.paper")
public record PaperSettings(
        @DefaultValue("Conseil départemental") String house,
        @DefaultValue("") String town,
        @DefaultValue("") String logo,
        @DefaultValue("true") boolean duplex,
        @DefaultValue("100") int most) {

    public PaperSettings {
        if (most < 1 || most > 500) {
            throw new IllegalArgumentException("aubette.paper.most must lie in 1..500, is " + most);
        }
    }

    /** What holds when nothing is told. */
    public static PaperSettings defaults() {
        return new PaperSettings("Conseil départemental", "", "", true, 100);
    }
}
