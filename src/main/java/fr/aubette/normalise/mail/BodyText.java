package fr.aubette.normalise.mail;

import fr.aubette.normalise.mail.reply.Marks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Draws a mail's text from its parts, and remembers which they were. */
final class BodyText {

    private static final Pattern META_CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w-]+)");
    private static final int META_WITHIN = 2048;

    private final Set<Part> bodies = new LinkedHashSet<>();

    @Nullable
    private Document html;

    /** The text of this part and those below it, with {@link Marks}. */
    String of(Part part) {
        if (!part.children.isEmpty()) {
            return part.is("multipart/alternative") ? best(part) : joined(part);
        }
        if (!isBody(part)) {
            return "";
        }
        bodies.add(part);
        String decoded = decoded(part).replace("\0", "");
        return Clean.text(part.is("text/html") ? fromHtml(decoded) : Marks.removed(plain(part, decoded)));
    }

    /** The parts that were read as text. */
    Set<Part> parts() {
        return bodies;
    }

    /** The first HTML part, fit to show. */
    Optional<String> shown() {
        return Optional.ofNullable(html).map(SafeHtml::of);
    }

    /** Another form of a text already found is only there to be shown. */
    private void keepHtml(Part part) {
        if (isBody(part)) {
            bodies.add(part);
            html = html == null ? Jsoup.parse(decoded(part).replace("\0", "")) : html;
        }
    }

    private String fromHtml(String decoded) {
        Document parsed = Jsoup.parse(decoded);
        html = html == null ? parsed : html;
        return HtmlText.of(parsed);
    }

    /** Text parts, and a lone body whose type says nothing usable; a named part is a file once there is a text. */
    private boolean isBody(Part part) {
        boolean readable = part.is("text/plain") || part.is("text/html") || part.is("text/enriched");
        boolean broken = part.isMultipart();
        boolean file = !part.isRoot() && (part.isDeclaredAttachment() || part.isNamed() && !bodies.isEmpty());
        return (readable && !file || broken) && part.body().keptBytes() > 0;
    }

    /** Of the same text in several forms, the plain one unless it is empty. */
    private String best(Part part) {
        String best = "";
        boolean bestIsPlain = false;
        for (Part child : part.children) {
            if (bestIsPlain && child.is("text/html")) {
                keepHtml(child);
                continue;
            }
            String text = of(child);
            boolean plain = child.is("text/plain");
            if (!text.isBlank() && !bestIsPlain) {
                best = text;
                bestIsPlain = plain;
            }
        }
        return best;
    }

    private String joined(Part part) {
        List<String> texts = new ArrayList<>();
        for (Part child : part.children) {
            String text = of(child);
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return String.join("\n\n", texts);
    }

    private static String plain(Part part, String text) {
        boolean flowed =
                part.typeParameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean joinedTight =
                part.typeParameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return flowed ? FlowedText.unfold(text, joinedTight) : text;
    }

    private static String decoded(Part part) {
        byte[] bytes = part.body().bytes();
        String charset = part.charset();
        if (charset.isEmpty() && part.is("text/html")) {
            String start = new String(bytes, 0, Math.min(bytes.length, META_WITHIN), StandardCharsets.ISO_8859_1);
            Matcher meta = META_CHARSET.matcher(start);
            charset = meta.find() ? meta.group(1) : "";
        }
        return Charsets.decode(bytes, charset);
    }
}
