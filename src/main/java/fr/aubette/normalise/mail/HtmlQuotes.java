package fr.aubette.normalise.mail;

import fr.aubette.normalise.mail.reply.Marks;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements by which mail programs tell a quote or a signature from what was typed: the same in every language. */
final class HtmlQuotes {

    /** The element says nothing. */
    static final char NONE = '\0';

    private static final Set<String> BLOCKS = Set.of("div", "table", "p", "pre", "hr", "section", "span");
    private static final Map<String, Character> IDS = Map.ofEntries(
            Map.entry("divrplyfwdmsg", Marks.CUT),
            Map.entry("appendonsend", Marks.CUT),
            Map.entry("mail-editor-reference-message-container", Marks.CUT),
            Map.entry("stopspelling", Marks.CUT),
            Map.entry("zwchr", Marks.CUT),
            Map.entry("olk_src_body_section", Marks.CUT),
            Map.entry("reply-intro", Marks.ATTRIBUTION),
            Map.entry("signature", Marks.SIGNATURE),
            Map.entry("ms-outlook-mobile-signature", Marks.SIGNATURE),
            Map.entry("applemailsignature", Marks.SIGNATURE));
    private static final Map<String, Character> CLASSES = Map.of(
            "moz-forward-container", Marks.CUT,
            "moz-cite-prefix", Marks.ATTRIBUTION,
            "gmail_attr", Marks.ATTRIBUTION,
            "moz-signature", Marks.SIGNATURE,
            "gmail_signature", Marks.SIGNATURE);

    /** Outlook's rule above the header of the mail answered. */
    private static final String OUTLOOK_RULE = "border:none;border-top:solid#";

    private HtmlQuotes() {}

    /** The mark that belongs before this element. */
    static char markOf(Element element) {
        if (!BLOCKS.contains(element.normalName()) || element.attributesSize() == 0) {
            return NONE;
        }
        String id = element.id().toLowerCase(Locale.ROOT);
        if (!id.isEmpty()) {
            Character mark = IDS.get(id.startsWith("x_") ? id.substring(2) : id);
            if (mark != null) {
                return mark;
            }
        }
        for (String name : element.classNames()) {
            Character mark = CLASSES.get(name);
            if (mark != null) {
                return mark;
            }
        }
        String style = element.attr("style");
        boolean rule = style.startsWith("border:none") && style.replace(" ", "").startsWith(OUTLOOK_RULE);
        return rule ? Marks.CUT : NONE;
    }
}
