package fr.aubette.normalise.mail;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML that can be shown: nothing in it runs, is fetched, submits or hides. Pictures go, their description stays. */
final class SafeHtml {

    private static final Safelist SHOWN = Safelist.relaxed()
            .removeTags("img")
            .addTags("font", "hr", "center", "address", "s", "del", "ins", "center")
            .addAttributes(":all", "dir", "lang")
            .removeProtocols("a", "href", "ftp")
            .addProtocols("a", "href", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private SafeHtml() {}

    static String of(Document html) {
        html.select("img[alt]").forEach(image -> image.after(image.attr("alt")));
        Document clean = new Cleaner(SHOWN).clean(html);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html();
    }
}
