package fr.aubette.desk;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The console. Prefix {@code aubette.desk}, file {@code config/application.yaml}.
 *
 * @param zone in which dates are shown and days counted; Europe/Paris unless told
 * @param pageSize rows of a list; 10 to 200, 50 unless told
 */
@ConfigurationProperties("aubette.desk")
public record DeskSettings(
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue("50") int pageSize) {

    public DeskSettings {
        if (pageSize < 10 || pageSize > 200) {
            throw new IllegalArgumentException("aubette.desk.page-size must lie in 10..200, is " + pageSize);
        }
    }
}
