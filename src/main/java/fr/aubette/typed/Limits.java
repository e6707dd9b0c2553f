package fr.aubette.typed;

/**
 * How much may be typed at once; beyond, it is a program's mistake or an attack.
 *
 * @param fields most fields
 * @param text longest text of a field, in UTF-16 code units
 * @param files most files
 * @param fileBytes largest file, decoded, in bytes
 */
public record Limits(int fields, int text, int files, long fileBytes) {

    /** Deepest nesting of objects and arrays; a person inside the object takes two. */
    static final int DEPTH = 4;

    /** Longest name of a field, in UTF-16 code units. */
    static final int NAME = 100;

    public Limits {
        if (fields <= 0 || text <= 0 || files < 0 || fileBytes < 0) {
            throw new IllegalArgumentException("limits must be more than zero, are " + fields + " fields, " + text
                    + " characters, " + files + " files of " + fileBytes + " bytes");
        }
    }

    /** What the normalisers allow: never less than a door. */
    public static Limits widest() {
        return new Limits(200, 200_000, 20, 100L << 20);
    }
}
