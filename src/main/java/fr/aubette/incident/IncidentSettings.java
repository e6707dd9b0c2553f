package fr.aubette.incident;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When reports of several people are one incident. Prefix {@code aubette.incident}, file
 * {@code config/application.yaml}.
 *
 * @param motives codes of the motives whose requests tell of things at places; none: nothing is linked
 * @param window how long after the last report another one is still of the same incident; more than zero, 14 days
 *     unless told
 * @param sure from this confidence on, 0 to 1, a report is linked; 0.75 unless told
 * @param things names of what may be the matter, each with words that tell of it; {@code arbre*} stands for all words
 *     that begin so
 */
@ConfigurationProperties("aubette.incident")
public record IncidentSettings(
        @DefaultValue List<String> motives,
        @DefaultValue("14d") Duration window,
        @DefaultValue("0.75") double sure,
        @DefaultValue Map<String, List<String>> things) {

    public IncidentSettings {
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("aubette.incident.window must be more than zero, is " + window);
        }
        if (sure < 0 || sure > 1) {
            throw new IllegalArgumentException("aubette.incident.sure must lie in 0..1, is " + sure);
        }
        motives = List.copyOf(motives);
        things = new LinkedHashMap<>(things);
    }
}
