package fr.aubette.classify;

import fr.aubette.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whether a text must go the restricted way: signs of danger in a passage, calmed by signs of the whole text. */
final class LaneScorer {

    /** Passages read together: danger is told in a few sentences. */
    private static final int WINDOW = 3;

    /** Texts up to so many passages are read as one besides. */
    private static final int SHORT = 12;

    /** Groups that name who may be in danger: a passage about them is never anybody else's. */
    private static final Set<String> PERSONS = Set.of("enfant", "fragile");

    /** How much learned words count for the kind of danger, beside the signs. */
    private static final double LEARNED_KIND = 6;

    /** Known words up to which a text is short. */
    private static final double SHORT_TEXT = 16;

    private final Routing.Lane lane;
    private final Words words;
    private final Lexicon lexicon;
    private final Map<String, Set<String>> groupsOf = new HashMap<>();
    private final Map<String, Double> weightOf = new HashMap<>();
    private final Map<String, Map<String, Double>> kindsOf = new HashMap<>();

    LaneScorer(Routing.Lane lane, Words words) {
        this.lane = lane;
        this.words = words;
        lexicon = new Lexicon(words);
        lane.groups()
                .forEach((group, terms) -> terms.forEach(term -> {
                    lexicon.add(term);
                    groupsOf.computeIfAbsent(lexicon.key(term), key -> new LinkedHashSet<>())
                            .add(group);
                }));
        lane.kindWords()
                .forEach((kind, known) -> known.forEach((word, weight) -> {
                    lexicon.add(word);
                    kindsOf.computeIfAbsent(lexicon.key(word), key -> new HashMap<>())
                            .merge(kind, weight, Double::sum);
                }));
        lane.words().forEach((word, weight) -> {
            lexicon.add(word);
            weightOf.merge(lexicon.key(word), weight, Double::sum);
        });
    }

    /**
     * What speaks for danger in a text: the worst of its windows, so that much talk of other things calms nothing, with
     * the signs against it wherever they stand.
     */
    Danger of(String text, List<Token> tokens) {
        List<Set<String>> passages = passages(text, tokens);
        Set<String> whole = union(passages);
        Set<String> wholeGroups = groups(whole);
        Set<String> worst = passages.size() <= SHORT ? whole : Set.of();
        double most = score(worst, whole, wholeGroups);
        for (int from = 0; from + WINDOW < passages.size(); from++) {
            Set<String> here = union(passages.subList(from, from + WINDOW));
            double score = score(here, whole, wholeGroups);
            if (score > most) {
                worst = here;
                most = score;
            }
        }
        return danger(most, worst, wholeGroups);
    }

    /** The known words of each passage that has any token, in order. */
    private List<Set<String>> passages(String text, List<Token> tokens) {
        List<Set<String>> passages = new ArrayList<>();
        int from = 0;
        for (int end : Passages.ends(text)) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < end) {
                to++;
            }
            if (to > from) {
                passages.add(keys(tokens.subList(from, to)));
            }
            from = to;
        }
        return passages;
    }

    private double score(Set<String> keys, Set<String> whole, Set<String> wholeGroups) {
        Set<String> groups = groups(keys);
        double score = 0;
        for (Routing.Sign sign : lane.signs()) {
            score += given(sign, groups, wholeGroups) ? sign.weight() : 0;
        }
        double words = 0;
        for (String key : whole) {
            double weight = weightOf.getOrDefault(key, 0.0);
            words += weight < 0 || keys.contains(key) ? weight : 0;
        }
        return score + words * damping(whole.size());
    }

    /** How much each word of a text with so many known ones counts beside the signs. */
    static double damping(int known) {
        return Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, known)));
    }

    private static boolean given(Routing.Sign sign, Set<String> groups, Set<String> wholeGroups) {
        return (sign.weight() < 0 ? wholeGroups : groups).containsAll(sign.groups());
    }

    private Danger danger(double score, Set<String> keys, Set<String> wholeGroups) {
        Set<String> groups = groups(keys);
        Map<String, Double> kinds = new LinkedHashMap<>();
        lane.kinds().keySet().forEach(kind -> kinds.put(kind, 0.0));
        List<Evidence> evidence = new ArrayList<>();
        for (Routing.Sign sign : lane.signs()) {
            if (given(sign, groups, wholeGroups)) {
                sign.kinds().forEach(kind -> kinds.merge(kind, sign.weight(), Double::sum));
                evidence.add(new Evidence("lane-" + sign.name(), Figures.signed(sign.weight())));
            }
        }
        double damping = LEARNED_KIND * damping(keys.size());
        keys.forEach(key -> kindsOf.getOrDefault(key, Map.of())
                .forEach((kind, weight) -> kinds.merge(kind, weight * damping, Double::sum)));
        return new Danger(score, kind(kinds), evidence);
    }

    private static Set<String> union(List<Set<String>> passages) {
        Set<String> all = new HashSet<>();
        passages.forEach(all::addAll);
        return all;
    }

    /** Whether a passage holds any word that a sign of danger asks for: it then never stays in an ordinary matter. */
    boolean touches(String passage) {
        Set<String> groups = groups(keys(words.of(passage)));
        return lane.signs().stream()
                        .filter(sign -> sign.weight() > 0 && sign.groups().size() == 1)
                        .anyMatch(sign -> groups.containsAll(sign.groups()))
                || PERSONS.stream().anyMatch(groups::contains);
    }

    /** The words of the groups, and those learned, that these tokens hold. */
    Set<String> keys(List<Token> tokens) {
        Set<String> keys = new HashSet<>();
        lexicon.find(tokens, (key, at) -> keys.add(key));
        return keys;
    }

    private Set<String> groups(Set<String> keys) {
        Set<String> groups = new HashSet<>();
        keys.forEach(key -> groups.addAll(groupsOf.getOrDefault(key, Set.of())));
        return groups;
    }

    private String kind(Map<String, Double> kinds) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> kind : kinds.entrySet()) {
            if (kind.getValue() > most) {
                most = kind.getValue();
                best = kind.getKey();
            }
        }
        return best;
    }

    /**
     * How dangerous a text is.
     *
     * @param score sum of the weights of its signs and words
     * @param kind the kind of danger that most signs speak for
     * @param evidence the signs, without the text's words: evidence may be read where the text may not
     */
    record Danger(double score, String kind, List<Evidence> evidence) {}
}
