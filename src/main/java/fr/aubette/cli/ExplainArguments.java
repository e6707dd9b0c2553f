package fr.aubette.cli;

import fr.aubette.model.ChannelKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code explain} is asked.
 *
 * @param as the channel of all files; empty: each by its extension, then by its content
 * @param at when all were received; empty: when each file was written
 * @param names files, folders, {@code @} and a file that lists others, or {@code -} for a list on the standard input
 */
record ExplainArguments(Optional<ChannelKind> as, Optional<Instant> at, List<String> names) {

    private static final Set<String> CHANNELS = Set.of("phone", "mail", "letter", "form");

    /** Reads the command line, or says what is wrong with it. */
    static ExplainArguments parse(String... args) {
        Optional<ChannelKind> as = Optional.empty();
        Optional<Instant> at = Optional.empty();
        List<String> names = new ArrayList<>();
        boolean options = true;
        for (Iterator<String> left = List.of(args).iterator(); left.hasNext(); ) {
            String arg = left.next();
            if (!options || !arg.startsWith("--")) {
                names.add(arg);
            } else if (arg.equals("--")) {
                options = false;
            } else if (arg.equals("--as") || arg.startsWith("--as=")) {
                as = Optional.of(channel(value(arg, left)));
            } else if (arg.equals("--at") || arg.startsWith("--at=")) {
                at = Optional.of(instant(value(arg, left)));
            } else {
                throw new WrongUsage("unknown option " + arg, "option inconnue " + arg);
            }
        }
        if (names.isEmpty()) {
            throw new WrongUsage("no file is named", "aucun fichier n'est nommé");
        }
        return new ExplainArguments(as, at, List.copyOf(names));
    }

    private static String value(String option, Iterator<String> left) {
        int equals = option.indexOf('=');
        if (equals >= 0) {
            return option.substring(equals + 1);
        }
        if (!left.hasNext()) {
            throw new WrongUsage(option + " needs a value", option + " demande une valeur");
        }
        return left.next();
    }

    private static ChannelKind channel(String code) {
        if (!CHANNELS.contains(code)) {
            throw new WrongUsage(
                    "--as is phone, mail, letter or form, not '" + code + "'",
                    "--as vaut phone, mail, letter ou form, pas « " + code + " »");
        }
        return ChannelKind.ofCode(code);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongUsage(
                    "--at is a time such as 2026-06-01T08:30:00Z, not '" + text + "'",
                    "--at est une heure comme 2026-06-01T08:30:00Z, pas « " + text + " »");
        }
    }
}
