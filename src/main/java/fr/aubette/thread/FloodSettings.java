package fr.aubette.thread;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When mails are a flood. Prefix {@code aubette.flood}, file {@code config/application.yaml}.
 *
 * @param window how far back is counted; 1m to 24h, 1h unless told
 * @param perSender mails of one address in the window before the next ones are suppressed; 30 unless told
 * @param sameWords mails of the same subject and text, whoever sends them; 50 unless told
 * @param exempt addresses, or domains as {@code @caf.example}, of which any number is welcome
 */
@ConfigurationProperties("aubette.flood")
public record FloodSettings(
        @DefaultValue("1h") Duration window,
        @DefaultValue("30") int perSender,
        @DefaultValue("50") int sameWords,
        @DefaultValue List<String> exempt) {

    public FloodSettings {
        if (window.compareTo(Duration.ofMinutes(1)) < 0 || window.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("aubette.flood.window must lie in 1m..24h, is " + window);
        }
        requireLimit(perSender, "aubette.flood.per-sender");
        requireLimit(sameWords, "aubette.flood.same-words");
        exempt = exempt.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    private static void requireLimit(int value, String key) {
        if (value < 1 || value > 10_000) {
            throw new IllegalArgumentException(key + " must lie in 1..10000, is " + value);
        }
    }

    boolean welcomes(String sender) {
        return exempt.contains(sender) || exempt.contains(sender.substring(Math.max(0, sender.indexOf('@'))));
    }
}
