package fr.aubette.identify;

import fr.aubette.identify.match.Weights;
import fr.aubette.identify.match.WeightsFile;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How evidence is weighed. Prefix {@code aubette.identify}, file {@code config/application.yaml}.
 *
 * @param weights file that {@code aubette match tune} wrote and somebody has looked at; as shipped when there is none
 */
@ConfigurationProperties("aubette.identify")
public record IdentifySettings(
        @DefaultValue("config/match-weights.csv") Path weights) {

    /** As they ship. */
    public static IdentifySettings shipped() {
        return new IdentifySettings(Path.of(""));
    }

    Weights read() {
        return weights.toString().isEmpty() ? Weights.shipped() : WeightsFile.read(weights);
    }
}
