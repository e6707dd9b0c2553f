package fr.aubette.normalise.mail.reply;

import fr.aubette.normalise.mail.reply.Labels.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail that was passed on inside the text of another.
 *
 * @param from who wrote it, as the header above it says: a name, an address or both
 * @param text what stands below that header, with its {@link Marks}
 */
public record Forwarded(String from, String text) {

    private static final int LINES_BELOW_ANNOUNCEMENT = 4;
    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^\\s*(?:tr|fwd?|wg|rv|i|enc|doorst|vb|vs|vl|pd|пересл)\\s*:.*");
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?iu).*(?:transféré|transmis|réexpédié|suivi|forwarded|weitergeleitet|reenviado|inoltrato|"
                    + "encaminhada|doorgestuurd|videresendt|vidarebefordrat|przekazan|пересыл|переслан).*");
    private static final Pattern LINK = Pattern.compile("<mailto:[^>]*>");
    private static final Pattern BRACKETED = Pattern.compile("\\[(?:mailto:)?\\s*([^\\]\\s]+@[^\\]\\s]+)\\s*\\]");

    /**
     * Finds it.
     *
     * @param text of the mail that passes on, with its marks
     * @param subject of that mail: it may be what says so
     */
    public static Optional<Forwarded> in(String text, String subject) {
        List<Line> lines = Line.of(text.substring(0, Math.min(text.length(), NewText.LOOKED_AT)));
        boolean bySubject = SUBJECT.matcher(subject).matches();
        int announced = -LINES_BELOW_ANNOUNCEMENT - 1;
        for (int i = 0; i < lines.size(); i++) {
            String words = lines.get(i).words();
            if (ANNOUNCED.matcher(words).matches() && Separators.announcesAnotherMail(words)) {
                announced = i;
            }
            if (bySubject || i - announced <= LINES_BELOW_ANNOUNCEMENT) {
                Optional<HeaderBlock> header =
                        HeaderBlock.at(lines, i).filter(block -> block.values().containsKey(Kind.FROM));
                if (header.isPresent()) {
                    return header.map(block -> below(lines, block));
                }
            }
        }
        return Optional.empty();
    }

    private static Forwarded below(List<Line> lines, HeaderBlock header) {
        int depth = lines.get(header.end() - 1).depth();
        String text = lines.subList(header.end(), lines.size()).stream()
                .map(line -> depth > 0 && line.isQuoted() ? unquoted(line, depth) : line.text())
                .collect(Collectors.joining("\n"));
        String from = LINK.matcher(header.values().getOrDefault(Kind.FROM, "")).replaceAll("");
        return new Forwarded(BRACKETED.matcher(from).replaceAll("<$1>"), text);
    }

    private static String unquoted(Line line, int depth) {
        return (">".repeat(Math.max(0, line.depth() - depth)) + " " + line.words()).strip();
    }
}
