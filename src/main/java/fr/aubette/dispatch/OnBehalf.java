package fr.aubette.dispatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For whom an elected official writes, when the words of an intervention name somebody. */
final class OnBehalf {

    /** More of a letter than this is not its opening. */
    private static final int MOST = 10_000;

    private static final String NAMED = "(?:M\\.|Mr\\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle) "
            + "(?:\\p{Lu}[\\p{L}'’.-]{0,39} ){0,2}(?:(?:de|du|des|la|le) ){0,2}(?:d['’])?\\p{Lu}[\\p{L}'’-]{1,39}";

    private static final Pattern ABOUT = Pattern.compile("(?:situation|demande|dossier|requête|courrier|cas|intérêts?)"
            + " (?:de |d['’])(" + NAMED + ")|(?:faveur|nom|compte|sujet) (?:de |d['’])(" + NAMED + ")");

    private static final Pattern ASKED = Pattern.compile(
            "(" + NAMED + ")[^.;]{0,80}?"
                    + "(?:m['’]a (?:saisie?|sollicitée?|alertée?|écrit|fait part|interpellée?|signalé)|a appelé mon attention)");

    private OnBehalf() {}

    /** As it is written, title included; empty when nobody is named. */
    static Optional<String> of(String text) {
        String said = text.substring(0, Math.min(text.length(), MOST)).replaceAll("\\s+", " ");
        Matcher about = ABOUT.matcher(said);
        if (about.find()) {
            return Optional.ofNullable(about.group(1)).or(() -> Optional.ofNullable(about.group(2)));
        }
        Matcher asked = ASKED.matcher(said);
        return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
    }
}
