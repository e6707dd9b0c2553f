package fr.aubette.thread;

import java.util.Set;
import java.util.regex.Pattern;

/** Subjects as they are compared: without what mail programs, lists and this program put before them. */
final class Subjects {

    /** From here on two subjects are one, slightly edited. */
    private static final double ALIKE = 0.5;

    /** Answers and forwards of the mail programs met in France, also in a row and counted; «RE :» has a blank. */
    private static final Pattern PREFIX =
            Pattern.compile("(?i)^\\s*(?:(?:re|rép|rep|réf|tr|trans|fwd?|wg|aw|antw|sv|vs|rv|enc|i|r)\\s*"
                    + "(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s*[:：]\\s*)");
    /** What lists and mail filters put in brackets or stars before a subject. */
    private static final Pattern TAG = Pattern.compile("(?i)^\\s*(?:\\[[^\\]\\r\\n]{1,40}\\]|\\*{2,}[^*]{1,30}\\*{2,}"
            + "|\\((?:externe|external|spam)\\)|\\{(?:spam|externe)\\??\\})\\s*[:-]?\\s*");

    private static final Pattern FORWARDED = Pattern.compile("(?i)\\s*\\((?:fwd|tr|was:[^)]*)\\)\\s*$");
    private static final Pattern OUR_NUMBER = Pattern.compile(
            "(?i)[\\[(]?\\bAUB[-\u2010-\u2015 ]?\\d{4}[-\u2010-\u2015 ]?\\d{6,9}[-\u2010-\u2015 ]?[A-Z]\\b[\\])]?");

    /** Words that say nothing of what a mail is about: a subject of these alone is no new subject. */
    private static final Set<String> EMPTY = Words.all("""
            objet sans bonjour bonsoir merci svp urgent urgente important importante rappel relance suite complement
            complementaire reponse demande demandes question questions probleme information informations renseignement
            renseignements dossier courrier courriel mail message email contact piece pieces jointe jointes document
            documents justificatif justificatifs manquant manquants manquante manquantes fichier photo photos scan
            precision precisions votre notre vos nos mon ma mes son sa ses une des les pour par sur dans avec aux est
            the your our from envoi transmission ajout voici ci joint jointe nouveau nouvelle concernant sujet propos
            accuse reception enregistrement enregistree numero ref reference conseil departemental departement monsieur madame
            """);

    private Subjects() {}

    /** Without prefixes, tags and our own numbers, in order; perhaps empty. */
    static String bare(String subject) {
        String rest = OUR_NUMBER.matcher(subject).replaceAll(" ");
        String before;
        do {
            before = rest;
            rest = PREFIX.matcher(rest).replaceFirst("");
            rest = TAG.matcher(rest).replaceFirst("");
            rest = FORWARDED.matcher(rest).replaceFirst("");
        } while (!rest.equals(before));
        return rest.strip();
    }

    /** Whether it names no matter at all. */
    static boolean saysNothing(String subject) {
        return content(subject).isEmpty();
    }

    /** Whether both are about the same, one perhaps slightly edited; one that says nothing is about anything. */
    static boolean alike(String one, String other) {
        String left = String.join(" ", Words.of(bare(one)));
        String right = String.join(" ", Words.of(bare(other)));
        if (left.replace(" ", "").equals(right.replace(" ", "")) || saysNothing(one) || saysNothing(other)) {
            return true;
        }
        boolean inside =
                (" " + left + " ").contains(" " + right + " ") || (" " + right + " ").contains(" " + left + " ");
        return inside || Words.closeness(content(one), content(other)) >= ALIKE;
    }

    /** Whether both name the same matter: unlike {@link #alike}, nothing said is not enough. */
    static boolean sameMatter(String one, String other) {
        return !saysNothing(one) && !saysNothing(other) && alike(one, other);
    }

    private static Set<String> content(String subject) {
        Set<String> words = Words.set(bare(subject));
        words.removeAll(EMPTY);
        words.removeIf(word -> word.length() < 2);
        return words;
    }
}
