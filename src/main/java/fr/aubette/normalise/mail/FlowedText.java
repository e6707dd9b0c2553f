package fr.aubette.normalise.mail;

import java.util.regex.Pattern;

/** Joins again the lines that {@code format=flowed} cut (RFC 3676). */
final class FlowedText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    private FlowedText() {}

    /**
     * Joins lines ended by a blank with the next of the same quote depth.
     *
     * @param deleteBlank whether that blank goes away ({@code delsp=yes})
     */
    static String unfold(String text, boolean deleteBlank) {
        StringBuilder out = new StringBuilder(text.length());
        boolean flows = false;
        int lastDepth = 0;
        for (String line : LINE_END.split(text, -1)) {
            int depth = depth(line);
            String words = line.substring(depth);
            words = words.startsWith(" ") ? words.substring(1) : words;
            if (flows && depth == lastDepth && !words.equals("-- ")) {
                out.append(words);
            } else {
                out.append(out.isEmpty() ? "" : "\n")
                        .append(">".repeat(depth))
                        .append(depth > 0 ? " " : "")
                        .append(words);
            }
            flows = words.endsWith(" ") && !words.equals("-- ");
            lastDepth = depth;
            if (flows && deleteBlank) {
                out.setLength(out.length() - 1);
            }
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
