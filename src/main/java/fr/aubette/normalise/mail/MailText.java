package fr.aubette.normalise.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says, out of its parts: plain text where there is some, else the text of its HTML.
 *
 * @param text lines ended by a line feed
 * @param html the first HTML part as received
 * @param bodies the parts that were read as text: all others are attachments
 */
record MailText(String text, Optional<String> html, Set<Part> bodies) {

    private static final Pattern META_CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w-]+)");
    private static final int META_WITHIN = 2048;

    static MailText of(Part root) {
        Set<Part> bodies = new LinkedHashSet<>();
        String text = text(root, bodies);
        Optional<String> html = bodies.stream()
                .filter(part -> part.is("text/html"))
                .findFirst()
                .map(part -> decoded(part).replace("\0", ""));
        return new MailText(text.strip(), html, bodies);
    }

    private static String text(Part part, Set<Part> bodies) {
        if (!part.children.isEmpty()) {
            return part.is("multipart/alternative") ? best(part, bodies) : joined(part, bodies);
        }
        if (!isBody(part, bodies)) {
            return "";
        }
        bodies.add(part);
        String decoded = decoded(part);
        return Clean.text(part.is("text/html") ? HtmlText.of(decoded) : plain(part, decoded));
    }

    /** Text parts, and a lone body whose type says nothing usable; a named part is a file once there is a text. */
    private static boolean isBody(Part part, Set<Part> bodies) {
        boolean readable = part.is("text/plain") || part.is("text/html") || part.is("text/enriched");
        boolean broken = part.isMultipart();
        boolean file = !part.isRoot() && (part.isDeclaredAttachment() || part.isNamed() && !bodies.isEmpty());
        return (readable && !file || broken) && part.body().keptBytes() > 0;
    }

    /** Of the same text in several forms, the plain one unless it is empty. */
    private static String best(Part part, Set<Part> bodies) {
        String best = "";
        boolean bestIsPlain = false;
        for (Part child : part.children) {
            String text = text(child, bodies);
            boolean plain = child.is("text/plain");
            if (!text.isBlank() && !bestIsPlain) {
                best = text;
                bestIsPlain = plain;
            }
        }
        return best;
    }

    private static String joined(Part part, Set<Part> bodies) {
        List<String> texts = new ArrayList<>();
        for (Part child : part.children) {
            String text = text(child, bodies);
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
