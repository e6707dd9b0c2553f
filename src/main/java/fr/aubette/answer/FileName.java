package fr.aubette.answer;

/** A file's name as a citizen may save it: no folder, no control character, never empty. */
final class FileName {

    /** Longest name, in characters: what every file system takes. */
    private static final int LONGEST = 120;

    private FileName() {}

    static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = Outgoing.oneLine(last).replaceAll("[\"<>|:*?]", "_").replaceAll("^\\.+", "");
        if (name.isBlank()) {
            return "piece-jointe";
        }
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - end.length()) + end;
    }
}
