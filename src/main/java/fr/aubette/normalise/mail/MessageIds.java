package fr.aubette.normalise.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-IDs without brackets, in the fields that thread mails. */
final class MessageIds {

    private static final Pattern BRACKETED = Pattern.compile("<([^<>]+)>");
    private static final Pattern BARE = Pattern.compile("[^\\s<>,;()\"]+@[^\\s<>,;()\"]+");

    private MessageIds() {}

    /** The first id of a field; longer than {@value Limits#MESSAGE_ID} is none. */
    static Optional<String> first(String field) {
        return all(field).stream().findFirst();
    }

    /** Every id of a field, in order, each once; of a long thread its first and its latest. */
    static List<String> all(String field) {
        List<String> found = matches(BRACKETED, 1, field);
        if (found.isEmpty()) {
            found = matches(BARE, 0, field);
        }
        if (found.size() > Limits.REFERENCES) {
            List<String> kept = new ArrayList<>(found.subList(found.size() - Limits.REFERENCES + 1, found.size()));
            kept.add(0, found.get(0));
            return kept;
        }
        return found;
    }

    private static List<String> matches(Pattern pattern, int group, String field) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        Matcher id = pattern.matcher(field);
        while (id.find()) {
            String clean = Clean.line(id.group(group)).replace(" ", "");
            if (!clean.isEmpty() && clean.length() <= Limits.MESSAGE_ID) {
                found.add(clean);
            }
        }
        return new ArrayList<>(found);
    }
}
