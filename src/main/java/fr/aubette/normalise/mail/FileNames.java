package fr.aubette.normalise.mail;

import java.util.regex.Pattern;

/** A sender's file name made safe to show, to store and to offer for download. */
final class FileNames {

    /** What an attachment is called when its sender gave no name. */
    static final String UNNAMED = "piece-jointe";

    private static final int MAX = 200;
    private static final int MAX_EXTENSION = 10;
    private static final Pattern NEVER = Pattern.compile("[/\\\\:*?\"<>|]");
    private static final Pattern ENDS = Pattern.compile("^[.\\s~-]+|[.\\s]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileNames() {}

    /** The last part of any path, without what a file system or a shell would take for an order. */
    static String safe(String name) {
        String line = Clean.line(name.replace('\n', ' '));
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String plain = NEVER.matcher(last.isBlank() ? line : last).replaceAll("");
        String trimmed = shortened(ENDS.matcher(plain).replaceAll(""));
        if (trimmed.isBlank()) {
            return UNNAMED;
        }
        return DEVICE.matcher(trimmed).matches() ? "_" + trimmed : trimmed;
    }

    private static String shortened(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        return Clean.line(name, MAX - extension.length()) + extension;
    }
}
