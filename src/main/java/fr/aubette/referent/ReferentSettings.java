package fr.aubette.referent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directorates' software writes its referents. Prefix {@code aubette.referent}, file
 * {@code config/application.yaml}.
 *
 * @param known agents whom it writes otherwise than by their name or sign-in name
 */
@ConfigurationProperties("aubette.referent")
public record ReferentSettings(@DefaultValue List<Known> known) {

    public ReferentSettings {
        known = List.copyOf(known);
    }

    /**
     * One agent.
     *
     * @param login sign-in name
     * @param written each form that the software uses, for instance {@code FERHATN}
     */
    public record Known(String login, @DefaultValue List<String> written) {

        public Known {
            written = List.copyOf(written);
            if (login.isBlank()) {
                throw new IllegalArgumentException("aubette.referent.known: a sign-in name (login) is missing");
            }
        }
    }
}
