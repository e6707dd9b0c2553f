package fr.aubette.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text to begin with: a file of {@code config/templates}.
 *
 * @param code the file's name without its ending
 * @param title as agents choose it
 * @param use what it is for
 * @param motives the motives for which it is offered; empty for all
 * @param directorates the directorates to whose agents it is offered; empty for all
 * @param subject of the mail; may hold places
 * @param text may hold places: a name between double braces
 * @param variables what the author must give, by name
 */
public record Template(
        String code,
        String title,
        Use use,
        List<String> motives,
        List<String> directorates,
        String subject,
        String text,
        Map<String, Variable> variables) {

    /** What a template is for. */
    public enum Use {
        RECEIPT,
        /** The receipt of a protected matter: it may name nothing but the number and the date. */
        PROTECTED_RECEIPT,
        /** The acknowledgement with its legal content (CRPA R112-5): without it no time limit of appeal runs. */
        ACKNOWLEDGEMENT,
        REPLY,
        HOLDING,
        /** Asks for missing pieces until a day (CRPA L114-5): that suspends what may end in a rejection. */
        MISSING_PIECES;

        /** Whether the program sends it by itself. */
        public boolean automatic() {
            return this == RECEIPT || this == PROTECTED_RECEIPT;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What is made with it. */
        public Answer.Kind makes() {
            return switch (this) {
                case RECEIPT, PROTECTED_RECEIPT -> Answer.Kind.RECEIPT;
                case ACKNOWLEDGEMENT -> Answer.Kind.ACKNOWLEDGEMENT;
                case REPLY -> Answer.Kind.REPLY;
                case HOLDING -> Answer.Kind.HOLDING;
                case MISSING_PIECES -> Answer.Kind.MISSING_PIECES;
            };
        }

        /** The date without which it would promise or ask nothing; blank for none. */
        public String date() {
            return switch (this) {
                case HOLDING -> UNTIL;
                case MISSING_PIECES -> LIMIT;
                default -> "";
            };
        }
    }

    /** What the text of an acknowledgement must hold (CRPA R112-5, R112-11-1). */
    public static final Set<String> OF_ACKNOWLEDGEMENT =
            Set.of("received", "directorate", "directorate-address", "directorate-phone", "silence", "appeal");

    /** The date until when a holding answer asks for patience; each template of that use has it. */
    public static final String UNTIL = "until";

    /** The last day to send missing pieces; each template of that use has it. */
    public static final String LIMIT = "limit";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    public Template {
        motives = List.copyOf(motives);
        directorates = List.copyOf(directorates);
        variables = Map.copyOf(variables);
    }

    /** Whether it is offered for a ticket of this motive and directorate. */
    public boolean fits(String motive, String directorate) {
        return (motives.isEmpty() || motives.contains(motive))
                && (directorates.isEmpty() || directorates.contains(directorate));
    }

    /** The names of the places of a text, in order. */
    public static Set<String> places(String text) {
        Set<String> names = new java.util.LinkedHashSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            names.add(places.group(1));
        }
        return names;
    }

    /**
     * The text with every place filled.
     *
     * @param known values by name
     * @throws CannotLeave naming the first place without a value
     */
    static String filled(String text, Map<String, String> known, Map<String, Variable> variables) {
        Matcher places = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String name = places.group(1);
            String value = Optional.ofNullable(known.get(name))
                    .filter(found -> !found.isBlank())
                    .orElseThrow(() -> new CannotLeave(new Stop(Stop.Why.VARIABLE, label(name, variables))));
            places.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return places.appendTail(filled).toString();
    }

    private static String label(String name, Map<String, Variable> variables) {
        Variable variable = variables.get(name);
        return variable == null ? name : variable.label();
    }
}
