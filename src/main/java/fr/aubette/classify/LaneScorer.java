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

    private final Routing.Lane lane;
    private final Words words;
    private final Lexicon lexicon;
    private final Map<String, Set<String>> groupsOf = new HashMap<>();
    private final Map<String, Double> weightOf = new HashMap<>();

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
        lane.words().forEach((word, weight) -> {
            lexicon.add(word);
            weightOf.merge(lexicon.key(word), weight, Double::sum);
        });
    }

    /**
     * What speaks for danger in a text: the worst of its windows, so that much talk of other things calms nothing, with
     * the signs against it wherever they stand.
     */
    Danger of(String text) {
        List<Set<String>> passages = Passages.of(text).stream().map(this::keys).toList();
        Set<String> whole = union(passages);
        Set<String> wholeGroups = groups(whole);
        Danger worst = danger(passages.size() <= SHORT ? whole : Set.of(), wholeGroups);
        for (int from = 0; from + WINDOW < passages.size(); from++) {
            Danger here = danger(union(passages.subList(from, from + WINDOW)), wholeGroups);
            worst = here.score() > worst.score() ? here : worst;
        }
        return worst;
    }

    private Danger danger(Set<String> keys, Set<String> wholeGroups) {
        Set<String> groups = groups(keys);
        double score = 0;
        Map<String, Double> kinds = new LinkedHashMap<>();
        lane.kinds().keySet().forEach(kind -> kinds.put(kind, 0.0));
        List<Evidence> evidence = new ArrayList<>();
        for (Routing.Sign sign : lane.signs()) {
            if ((sign.weight() < 0 ? wholeGroups : groups).containsAll(sign.groups())) {
                score += sign.weight();
                sign.kinds().forEach(kind -> kinds.merge(kind, sign.weight(), Double::sum));
                evidence.add(new Evidence("lane-" + sign.name(), "%+.1f".formatted(sign.weight())));
            }
        }
        for (String key : keys) {
            score += weightOf.getOrDefault(key, 0.0);
        }
        return new Danger(score, kind(kinds), evidence);
    }

    private static Set<String> union(List<Set<String>> passages) {
        Set<String> all = new HashSet<>();
        passages.forEach(all::addAll);
        return all;
    }

    /** Whether a passage holds any word that a sign of danger asks for: it then never stays in an ordinary matter. */
    boolean touches(String passage) {
        Set<String> groups = groups(keys(passage));
        return lane.signs().stream()
                .filter(sign -> sign.weight() > 0)
                .anyMatch(sign -> sign.groups().stream().anyMatch(groups::contains));
    }

    private Set<String> keys(String text) {
        Set<String> keys = new HashSet<>();
        lexicon.find(words.of(text), (key, at) -> keys.add(key));
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
