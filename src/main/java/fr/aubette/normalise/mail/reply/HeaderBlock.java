package fr.aubette.normalise.mail.reply;

import fr.aubette.normalise.mail.reply.Labels.Kind;
import fr.aubette.normalise.mail.reply.Labels.Labelled;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header of a mail set above its text when it is answered or forwarded: {@code De : … Envoyé : … À : … Objet : …}.
 *
 * @param end the line after its last
 * @param values what each kind of field says, the first of each
 */
record HeaderBlock(int end, Map<Kind, String> values) {

    private static final int MOST_LINES = 20;
    private static final int MOST_CONTINUED = 3;
    private static final int ENOUGH_KINDS = 3;
    private static final Pattern TIME = Pattern.compile("\\d{1,2} ?[:.hH] ?\\d{2}");

    /**
     * The block that begins at this line, if one does. A person may write some of these words: a mail shows more of
     * them.
     */
    static Optional<HeaderBlock> at(List<Line> lines, int start) {
        if (Labels.of(lines.get(start).words()).isEmpty()) {
            return Optional.empty();
        }
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int end = start;
        int skipped = 0;
        int depth = lines.get(start).depth();
        for (int i = start; i < lines.size() && i < start + MOST_LINES && skipped <= MOST_CONTINUED; i++) {
            Line line = lines.get(i);
            Optional<Labelled> label = Labels.of(line.words());
            if (line.depth() != depth || line.isEmpty() && skipped > 0) {
                break;
            }
            if (label.isPresent()) {
                values.putIfAbsent(label.get().kind(), label.get().value());
                end = i + 1;
                skipped = 0;
            } else {
                skipped++;
            }
        }
        return isOfAMail(values) ? Optional.of(new HeaderBlock(end, values)) : Optional.empty();
    }

    private static boolean isOfAMail(Map<Kind, String> values) {
        String sent = values.getOrDefault(Kind.SENT, "");
        boolean address = values.values().stream().anyMatch(value -> value.indexOf('@') >= 0);
        boolean time = TIME.matcher(sent).find();
        boolean dated = sent.chars().anyMatch(Character::isDigit);
        boolean subject = values.containsKey(Kind.SUBJECT);
        boolean from = values.containsKey(Kind.FROM);
        long kinds = values.keySet().stream().filter(kind -> kind != Kind.OTHER).count();
        if (kinds >= ENOUGH_KINDS) {
            return from && (subject || dated) && (address || time && subject) || address && time && subject;
        }
        return kinds == 2 && address && dated && time && (from || values.containsKey(Kind.TO));
    }
}
