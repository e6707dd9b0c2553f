package fr.aubette.compare;

import com.intuit.fuzzymatcher.component.MatchService;
import com.intuit.fuzzymatcher.domain.Document;
import com.intuit.fuzzymatcher.domain.Element;
import com.intuit.fuzzymatcher.domain.ElementType;
import java.util.ArrayList;
import java.util.List;

/** Intuit's fuzzy-matcher, its documents' threshold so low that it hands over all that may matter. */
final class ByFuzzyMatcher {

    private static final double LEAST = 0.2;

    private ByFuzzyMatcher() {}

    static Scored score(Lines lines) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            documents.add(document(lines, i));
        }
        Scored scored = new Scored(lines);
        new MatchService().applyMatchByDocId(documents).forEach((key, matches) -> matches.forEach(match -> {
            int one = Integer.parseInt(key);
            int other = Integer.parseInt(match.getMatchedWith().getKey());
            if (one > other) {
                scored.add(one, other, match.getResult());
            }
        }));
        return scored;
    }

    private static Document document(Lines lines, int line) {
        Document.Builder builder = new Document.Builder(String.valueOf(line)).setThreshold(LEAST);
        for (int c = 0; c < lines.columns().size(); c++) {
            if (!lines.value(line, c).isEmpty()) {
                builder.addElement(element(lines.columns().get(c), lines.value(line, c)));
            }
        }
        return builder.createDocument();
    }

    private static Element<String> element(String column, String value) {
        ElementType type =
                switch (Kind.of(column)) {
                    case NAME -> ElementType.NAME;
                    case ADDRESS -> ElementType.ADDRESS;
                    default -> ElementType.TEXT;
                };
        return new Element.Builder<String>()
                .setType(type)
                .setVariance(column)
                .setValue(value)
                .createElement();
    }
}
