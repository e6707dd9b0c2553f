package fr.aubette.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another matter in the same text, that another directorate answers: one of its clauses speaks clearly of it, the more
 * so when words announce it ("par ailleurs", "deux questions").
 *
 * @param directorate who answers it
 * @param score how likely it is that the text has it, 0 to 1
 * @param own the passages that are about it; empty when they cannot be told apart from the first
 * @param rest the others
 */
record SecondTopic(String directorate, double score, List<String> own, List<String> rest) {

    private static final Pattern ANNOUNCED = Pattern.compile(
            "\\b(?:par ailleurs|d.autre part|autre (?:question|chose|sujet|point|demande)|aussi|egalement|de plus|en plus"
                    + "|et puis|au passage|j.en profite|je profite|deux (?:questions|demandes|choses|problemes|sujets|dossiers)"
                    + "|les deux|a la fois|en meme temps|en outre|pendant que j|enfin|ainsi que|et (?:savez|comment|aussi|est.ce|qui|voudrais|je)"
                    + "|premierement|deuxiemement|d.une part|1[°/)]|2[°/)]|\\(1\\)|\\(2\\)|ps ?:)");

    private static final Pattern CLAUSE = Pattern.compile("[,:(]|\\bet\\b|\\bmais\\b|\\bainsi que\\b");

    // fitted on the labelled messages: how likely another topic is, as a logit
    private static final double BASE = -1.0;
    private static final double CLAUSE_WEIGHT = 0.48;
    private static final double WHOLE_WEIGHT = 1.3;
    private static final double ANNOUNCEMENT = 2.5;
    private static final double COMPANION = 2.5;
    private static final double LENGTH = 0.88;
    private static final double FIRST_WEIGHT = 1.26;
    private static final double EDGE = 1e-4;

    /** A clause of fewer letters says too little. */
    private static final int SHORTEST = 12;

    /** Clauses looked at: a longer text is read by its sentences. */
    private static final int MOST_CLAUSES = 60;

    /** A part of the text, from one place to another, exclusive. */
    private record Span(int from, int to) {}

    /**
     * The clearest other topic.
     *
     * @param told the text
     * @param companions directorates whose words, told by the rules, often come beside the first topic
     */
    static SecondTopic of(Topics topics, Topics.Told told, Topics.Guess whole, Set<String> companions) {
        String text = told.text();
        Topics.Parts parts = topics.parts(told);
        List<String> directorates = topics.directorates();
        List<Span> passages = passages(text);
        List<Span> clauses =
                passages.stream().flatMap(each -> clauses(text, each).stream()).toList();
        double[] clearest = new double[directorates.size()];
        Map<Span, double[]> chances = new LinkedHashMap<>();
        passages.forEach(span -> chances.put(span, parts.chances(span.from(), span.to())));
        if (clauses.size() <= MOST_CLAUSES) {
            clauses.forEach(span -> chances.computeIfAbsent(span, each -> parts.chances(each.from(), each.to())));
        }
        for (double[] own : chances.values()) {
            for (int d = 0; d < clearest.length; d++) {
                clearest[d] = Math.max(clearest[d], own[d]);
            }
        }
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int d = 0; d < clearest.length; d++) {
            String code = directorates.get(d);
            double score = CLAUSE_WEIGHT * logit(clearest[d])
                    + WHOLE_WEIGHT * logit(whole.chance(code))
                    + (companions.contains(code) ? COMPANION : 0);
            if (!code.equals(whole.directorate()) && score > most) {
                best = d;
                most = score;
            }
        }
        boolean announced = ANNOUNCED.matcher(Folding.sameLength(text)).find();
        double score = BASE
                + most
                + (announced ? ANNOUNCEMENT : 0)
                - LENGTH * Math.log(Math.max(1, clauses.size()))
                + FIRST_WEIGHT * logit(whole.chance(whole.directorate()));
        double certainty = passages.isEmpty() ? 0 : 1 / (1 + Math.exp(-score));
        int first = directorates.indexOf(whole.directorate());
        List<String> own = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Span span : passages) {
            double[] here = chances.getOrDefault(span, clearest);
            (here[best] > here[first] ? own : rest)
                    .add(text.substring(span.from(), span.to()).strip());
        }
        return new SecondTopic(directorates.get(best), certainty, rest.isEmpty() ? List.of() : own, rest);
    }

    private static double logit(double chance) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, chance));
        return Math.log(inside / (1 - inside));
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
        Matcher ends = CLAUSE.matcher(text).region(passage.from(), passage.to());
        int from = passage.from();
        while (ends.find()) {
            if (ends.start() - from >= SHORTEST) {
                clauses.add(new Span(from, ends.start()));
                from = ends.end();
            }
        }
        if (from > passage.from() && passage.to() - from >= SHORTEST) {
            clauses.add(new Span(from, passage.to()));
        }
        return clauses;
    }
}
