package fr.aubette.settings;

/**
 * One thing wrong in a file of {@code config/}.
 *
 * @param file its path as configured
 * @param line from 1
 * @param key where in the file, for example {@code motives.APA.clocks}
 * @param found what stands there
 * @param expected what should
 */
public record Problem(String file, int line, String key, String found, String expected) {

    @Override
    public String toString() {
        return "%s, line %d, %s: found %s, expected %s".formatted(file, line, key, found, expected);
    }
}
