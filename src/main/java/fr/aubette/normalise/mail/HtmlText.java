package fr.aubette.normalise.mail;

import fr.aubette.normalise.mail.reply.Marks;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text that a reader of an HTML mail sees: line breaks kept, quotes marked {@code >}, nothing run or fetched. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "title", "noscript", "template", "object", "svg");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "hr",
            "fieldset",
            "form",
            "figure",
            "center");

    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");
    private static final Pattern BLANKS_AT_END = Pattern.compile("[ \t\u00a0]+\n");
    private static final Pattern TOO_MANY_LINES = Pattern.compile("\n{3,}");

    private final StringBuilder out = new StringBuilder();
    private int unseen;
    private int quotes;
    private int preformatted;
    private boolean lineIsEmpty = true;

    private HtmlText() {}

    /** The text, with {@link Marks} where the structure tells what is not new. */
    static String of(Document html) {
        HtmlText text = new HtmlText();
        html.traverse(text);
        return TOO_MANY_LINES
                .matcher(BLANKS_AT_END.matcher(text.out).replaceAll("\n"))
                .replaceAll("\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text(words.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            unseen += UNSEEN.contains(name) ? 1 : 0;
            preformatted += name.equals("pre") ? 1 : 0;
            border(name);
            mark(HtmlQuotes.markOf(element));
            quotes += name.equals("blockquote") ? 1 : 0;
            if (name.equals("li")) {
                text("- ");
            } else if (name.equals("td") || name.equals("th")) {
                text(" ");
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            quotes -= name.equals("blockquote") ? 1 : 0;
            if (HtmlQuotes.markOf(element) == Marks.SIGNATURE) {
                mark(Marks.SIGNATURE_END);
            }
            border(name);
            if (name.equals("br")) {
                newLine();
            }
            preformatted -= name.equals("pre") ? 1 : 0;
            unseen -= UNSEEN.contains(name) ? 1 : 0;
        }
    }

    private void border(String name) {
        boolean paragraph = PARAGRAPHS.contains(name);
        if ((paragraph || LINES.contains(name)) && !lineIsEmpty) {
            newLine();
        }
        if (paragraph && !out.isEmpty() && !endsWithBlankLine()) {
            newLine();
        }
    }

    private void mark(char mark) {
        if (mark == HtmlQuotes.NONE || quotes > 0 || unseen > 0) {
            return;
        }
        if (!lineIsEmpty) {
            newLine();
        }
        out.append(mark);
    }

    private boolean endsWithBlankLine() {
        int end = out.length();
        while (end > 0 && Marks.isMark(out.charAt(end - 1))) {
            end--;
        }
        return end > 1 && out.charAt(end - 1) == '\n' && out.charAt(end - 2) == '\n';
    }

    private void newLine() {
        if (unseen == 0) {
            out.append('\n');
            lineIsEmpty = true;
        }
    }

    private void text(String words) {
        if (unseen > 0) {
            return;
        }
        String own = Marks.removed(words);
        String seen = preformatted > 0 ? own : BLANKS.matcher(own).replaceAll(" ");
        if (lineIsEmpty && preformatted == 0) {
            seen = seen.stripLeading();
        }
        if (!seen.isEmpty()) {
            out.append(lineIsEmpty ? "> ".repeat(Math.min(quotes, 10)) : "").append(seen);
            lineIsEmpty = false;
        }
    }
}
