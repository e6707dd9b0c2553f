package fr.aubette.normalise.letter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scanned pages are read. Prefix {@code aubette.reading}, file {@code config/application.yaml}.
 *
 * @param tesseract the program that reads a picture: a path, or a name found on the PATH
 * @param language tesseract's language data, for example {@code fra} or {@code fra+eng}
 * @param timeout longest time for tesseract to read one page; more than zero, 60 s unless told
 * @param renderTimeout longest time to open a file, and to render one page; more than zero, 20 s unless told
 * @param maxPages most pages a file may have; 1 to 10,000, 1,000 unless told
 * @param maxPixels most pixels of an image or a rendered page; one to 200 million, 40 unless told (A3 at 400 dpi)
 * @param maxBytes largest file in bytes; 300 million unless told
 * @param dpi resolution at which pages are rendered; 100 to 400, 300 unless told
 * @param memory heap of the process that renders, in MiB; 128 to 8,192, 512 unless told
 * @param lanes pages of long files read at once, each by a process that renders and one that reads; 0 to 256, one a
 *     core unless told (0)
 * @param nice by how much these processes give way to the hub itself and to others; 0 to 19, 10 unless told
 */
@ConfigurationProperties("aubette.reading")
public record ReadingSettings(
        @DefaultValue("tesseract") String tesseract,
        @DefaultValue("fra") String language,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("20s") Duration renderTimeout,
        @DefaultValue("1000") int maxPages,
        @DefaultValue("40000000") long maxPixels,
        @DefaultValue("300000000") long maxBytes,
        @DefaultValue("300") int dpi,
        @DefaultValue("512") int memory,
        @DefaultValue("0") int lanes,
        @DefaultValue("10") int nice) {

    public ReadingSettings {
        positive("timeout", timeout);
        positive("render-timeout", renderTimeout);
        within("max-pages", maxPages, 1, 10_000);
        within("max-pixels", maxPixels, 1_000_000, 200_000_000);
        within("max-bytes", maxBytes, 1, Long.MAX_VALUE);
        within("dpi", dpi, 100, 400);
        within("memory", memory, 128, 8192);
        within("lanes", lanes, 0, 256);
        within("nice", nice, 0, 19);
        if (!language.matches("[A-Za-z_]+(\\+[A-Za-z_]+)*")) {
            throw new IllegalArgumentException(
                    "aubette.reading.language must name tesseract data such as fra or fra+eng, is " + language);
        }
    }

    /** What holds when nothing is told. */
    public static ReadingSettings defaults() {
        return new ReadingSettings(
                "tesseract",
                "fra",
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                1000,
                40_000_000,
                300_000_000,
                300,
                512,
                0,
                10);
    }

    /** Pages read at once: as configured, else one a core. */
    int atOnce() {
        return lanes > 0 ? lanes : Runtime.getRuntime().availableProcessors();
    }

    private static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("aubette.reading." + key + " must be more than zero, is " + value);
        }
    }

    private static void within(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "aubette.reading." + key + " must lie in " + least + ".." + most + ", is " + value);
        }
    }
}
