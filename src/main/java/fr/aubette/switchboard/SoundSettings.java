package fr.aubette.switchboard;

import fr.aubette.model.CallSound;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the sounds of calls are kept. Prefix {@code aubette.sounds}, file {@code config/application.yaml}.
 *
 * @param keepMessages messages left on the voicemail, from the day that they came; 1 to 366 days, 90 unless told
 * @param keepRecordings recorded conversations; 1 to 183 days (six months, the CNIL's bound), 30 unless told
 */
@ConfigurationProperties("aubette.sounds")
public record SoundSettings(
        @DefaultValue("90d") Duration keepMessages,
        @DefaultValue("30d") Duration keepRecordings) {

    public SoundSettings {
        require("keep-messages", keepMessages, 366);
        require("keep-recordings", keepRecordings, 183);
    }

    private static void require(String key, Duration value, int mostDays) {
        if (value.compareTo(Duration.ofDays(1)) < 0 || value.compareTo(Duration.ofDays(mostDays)) > 0) {
            throw new IllegalArgumentException(
                    "aubette.sounds.%s must lie in 1d..%dd, is %s".formatted(key, mostDays, value));
        }
    }

    /** How long a sound of this kind is kept. */
    public Duration keep(CallSound.Kind kind) {
        return kind == CallSound.Kind.RECORDING ? keepRecordings : keepMessages;
    }
}
