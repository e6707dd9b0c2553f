package fr.aubette.receive.form;

import fr.aubette.typed.Limits;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How web forms are taken. Prefix {@code aubette.form}, file {@code config/application.yaml}.
 *
 * @param folder where the forms are described, one YAML file each
 * @param source name of the instance of {@code receive-form} that takes what is posted
 * @param maxBody largest request, attachments included; from 1 kB to 100 MB
 * @param maxFile largest attachment
 * @param maxFiles most attachments
 * @param maxText longest text of one field, in characters, whatever the form says
 * @param largeAtOnce how many requests over 1 MB are read at the same moment: bounds the memory they take
 * @param retryAfter what a client is told to wait when the door is closed
 */
@ConfigurationProperties("aubette.form")
public record FormSettings(
        @DefaultValue("config/forms") Path folder,
        @DefaultValue("portail") String source,
        @DefaultValue("20MB") DataSize maxBody,
        @DefaultValue("10MB") DataSize maxFile,
        @DefaultValue("5") int maxFiles,
        @DefaultValue("20000") int maxText,
        @DefaultValue("2") int largeAtOnce,
        @DefaultValue("30s") Duration retryAfter) {

    private static final int MOST_FIELDS = 200;

    public FormSettings {
        if (maxBody.toKilobytes() < 1 || maxBody.toMegabytes() > 100) {
            throw new IllegalArgumentException("aubette.form.max-body must lie in 1KB..100MB, is " + maxBody);
        }
        if (maxText < 1 || maxText > 200_000) {
            throw new IllegalArgumentException("aubette.form.max-text must lie in 1..200000, is " + maxText);
        }
        if (maxFiles < 0 || maxFiles > 20) {
            throw new IllegalArgumentException("aubette.form.max-files must lie in 0..20, is " + maxFiles);
        }
        if (largeAtOnce < 1) {
            throw new IllegalArgumentException("aubette.form.large-at-once must be at least 1, is " + largeAtOnce);
        }
    }

    Limits limits() {
        return new Limits(MOST_FIELDS, maxText, maxFiles, maxFile.toBytes());
    }
}
