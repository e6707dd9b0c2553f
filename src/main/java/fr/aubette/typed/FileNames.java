package fr.aubette.typed;

/** Makes a sender's file name fit to keep: never a path, never a hidden file, nothing that turns the text around. */
public final class FileNames {

    /** Longest name kept, in UTF-16 code units; file systems stop at 255 bytes. */
    private static final int LONGEST = 120;

    private FileNames() {}

    /**
     * The last part of the name without control or formatting characters; {@code piece-jointe} when nothing is left.
     */
    public static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}:*?\"<>|]", "").replaceAll("^[.\\s]+|\\s+$", "");
        if (plain.isBlank()) {
            return "piece-jointe";
        }
        return plain.length() <= LONGEST ? plain : shortened(plain);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return Texts.cut(name, LONGEST - extension.length()) + extension;
    }
}
