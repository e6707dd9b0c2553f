package fr.aubette.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text cut into sentences and their clauses, and what each is about.
 *
 * @param text as it stands
 * @param passages its sentences
 * @param chances of each directorate, by sentence and clause
 * @param clearest the best chance of each directorate in any of them
 * @param count sentences and clauses
 */
record Clauses(String text, List<Span> passages, Map<Span, double[]> chances, double[] clearest, int count) {

    /** A part of the text, from one place to another, exclusive. */
    record Span(int from, int to) {

        private boolean isNear(int place) {
            return from > place - BEFORE && from < place + BEHIND && to > place;
        }
    }

    /** A clause ends before one of these signs, words, or points of a list. */
    private static final String SIGNS = ",:(+";

    private static final List<String> JOINS = List.of("et", "mais", "ainsi que");
    private static final String POINTS = "1234";
    private static final String POINT_ENDS = "/)°";

    /** A topic begins where its chance is such a share of its best one. */
    private static final double CLEARLY = 0.5;

    /** How far an announcement reaches, in letters: what it announces begins there, or it stands in its clause. */
    private static final int BEFORE = 40;

    private static final int BEHIND = 160;

    /** A clause of fewer letters says too little. */
    private static final int SHORTEST = 12;

    /** Clauses looked at: a longer text is read by its sentences. */
    private static final int MOST_CLAUSES = 60;

    static Clauses of(Topics topics, Topics.Told told) {
        String text = told.text();
        Topics.Parts parts = topics.parts(told);
        List<Span> passages = passages(text);
        List<Span> clauses =
                passages.stream().flatMap(each -> clauses(text, each).stream()).toList();
        Map<Span, double[]> chances = new LinkedHashMap<>();
        passages.forEach(span -> chances.put(span, parts.chances(span.from(), span.to())));
        if (clauses.size() <= MOST_CLAUSES) {
            clauses.forEach(span -> chances.computeIfAbsent(span, each -> parts.chances(each.from(), each.to())));
        }
        double[] clearest = new double[topics.directorates().size()];
        for (double[] own : chances.values()) {
            for (int d = 0; d < clearest.length; d++) {
                clearest[d] = Math.max(clearest[d], own[d]);
            }
        }
        return new Clauses(text, passages, chances, clearest, clauses.size());
    }

    /** The best chance of a directorate in the text's first sentences, up to a place. */
    double clearestUntil(int place, int directorate) {
        double best = 0;
        for (Map.Entry<Span, double[]> part : chances.entrySet()) {
            best = part.getKey().to() <= place ? Math.max(best, part.getValue()[directorate]) : best;
        }
        return best;
    }

    /** The best chance of each directorate in the parts that begin near one of these places; 0 when none does. */
    double[] clearestNear(List<Integer> places) {
        double[] best = new double[clearest.length];
        chances.forEach((span, own) -> {
            if (places.stream().anyMatch(place -> span.isNear(place))) {
                for (int d = 0; d < best.length; d++) {
                    best[d] = Math.max(best[d], own[d]);
                }
            }
        });
        return best;
    }

    /**
     * How much the part that speaks most for each directorate rather than for another does, as a logarithm.
     *
     * @param other its place
     * @param turned whether the part that speaks most for the other is meant
     * @param least a chance below counts as much as this one
     */
    double[] apart(int other, boolean turned, double least) {
        double[] most = new double[clearest.length];
        for (double[] own : chances.values()) {
            for (int d = 0; d < most.length; d++) {
                double ratio = Math.max(least, own[d]) / Math.max(least, own[other]);
                most[d] = Math.max(most[d], turned ? 1 / ratio : ratio);
            }
        }
        for (int d = 0; d < most.length; d++) {
            most[d] = Math.log(Math.max(least, most[d]));
        }
        return most;
    }

    /**
     * Where the text, its subject left out, first speaks of a topic half as clearly as anywhere; its end when nowhere.
     */
    int beginning(int topic) {
        int subject = text.indexOf('\n') + 1;
        double enough = CLEARLY * clearest[topic];
        return chances.entrySet().stream()
                .filter(part -> part.getKey().to() > subject && part.getValue()[topic] >= enough)
                .mapToInt(part -> part.getKey().to())
                .min()
                .orElse(text.length());
    }

    private static List<Span> passages(String text) {
        List<Span> passages = new ArrayList<>();
        int from = 0;
        for (int end : Passages.ends(text)) {
            if (!text.substring(from, end).isBlank()) {
                passages.add(new Span(from, end));
            }
            from = end;
        }
        return passages;
    }

    private static List<Span> clauses(String text, Span passage) {
        List<Span> clauses = new ArrayList<>();
        clauses.add(passage);
        int from = passage.from();
        int at = from;
        while (at < passage.to()) {
            int end = separatorEnd(text, at);
            if (end > at && at - from >= SHORTEST) {
                clauses.add(new Span(from, at));
                from = end;
            }
            at = Math.max(end, at + 1);
        }
        if (from > passage.from() && passage.to() - from >= SHORTEST) {
            clauses.add(new Span(from, passage.to()));
        }
        return clauses;
    }

    /** Where what parts two clauses ends if it begins here; this place when nothing does. */
    private static int separatorEnd(String text, int at) {
        char sign = text.charAt(at);
        if (SIGNS.indexOf(sign) >= 0) {
            return at + 1;
        }
        if (!Character.isLetterOrDigit(sign) || at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return at;
        }
        if (POINTS.indexOf(sign) >= 0) {
            int close = text.startsWith(" ", at + 1) ? at + 2 : at + 1;
            return close < text.length() && POINT_ENDS.indexOf(text.charAt(close)) >= 0 ? close + 1 : at;
        }
        for (String join : JOINS) {
            int end = at + join.length();
            if (text.startsWith(join, at) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        return at;
    }
}
