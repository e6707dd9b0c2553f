package fr.aubette.thread;

import fr.aubette.model.Contact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a contact newly says, apart from what it quotes. */
final class NewWords {

    private static final Pattern QUOTES_BEGIN = Pattern.compile(
            "(?im)^\\s*(?:>|"
                    + "le\\b.{3,120}\\ba écrit\\s*:|on\\b.{3,120}\\bwrote\\s*:|"
                    + "-{2,}\\s*(?:message d'origine|message original|message transféré|original message|forwarded message)|"
                    + "_{10,}\\s*$|de\\s*:.{1,200}\\r?\\n\\s*(?:envoyé|date|à|pour)\\s*:|from\\s*:.{1,200}\\r?\\n\\s*(?:sent|date|to)\\s*:)");

    private NewWords() {}

    /** Without quotes; the whole text when nothing but quotes is there, as in a forward without a word. */
    static String of(Contact contact) {
        Matcher quotes = QUOTES_BEGIN.matcher(contact.text());
        String fresh = quotes.find() ? contact.text().substring(0, quotes.start()) : contact.text();
        return fresh.isBlank() ? contact.text() : fresh;
    }

    /** What is only quoted; empty when nothing is. */
    static String quoted(Contact contact) {
        String fresh = of(contact);
        return contact.text().startsWith(fresh) ? contact.text().substring(fresh.length()) : "";
    }
}
