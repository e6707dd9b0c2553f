package fr.aubette.classify;

import fr.aubette.model.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    private final List<String> groups;

    /** By word of the lexicon: its groups as bits, its learned weight. */
    private final long[] groupsOf;

    private final double[] weightOf;
    private final boolean[] known;
    private final Map<Integer, Map<String, Double>> kindsOf = new HashMap<>();

    /** Groups that each sign asks for, as bits. */
    private final long[] needed;

    private final double[] signWeights;

    /** Groups that keep a passage out of an ordinary matter. */
    private final long touching;

    LaneScorer(Routing.Lane lane, Words words) {
        this(lane, words, new Lexicon(words));
    }

    LaneScorer(Routing.Lane lane, Words words, Lexicon lexicon) {
        this.lane = lane;
        this.words = words;
        this.lexicon = lexicon;
        groups = List.copyOf(lane.groups().keySet());
        if (groups.size() > Long.SIZE) {
            throw new IllegalArgumentException("the lane has " + groups.size() + " groups, over " + Long.SIZE);
        }
        Map<Integer, Long> bits = new HashMap<>();
        lane.groups()
                .forEach((group, terms) ->
                        terms.forEach(term -> bits.merge(lexicon.add(term), bit(group), (one, two) -> one | two)));
        lane.kindWords()
                .forEach((kind, known) -> known.forEach(
                        (word, weight) -> kindsOf.computeIfAbsent(lexicon.add(word), number -> new HashMap<>())
                                .merge(kind, weight, Double::sum)));
        Map<Integer, Double> weights = new HashMap<>();
        lane.words().forEach((word, weight) -> weights.merge(lexicon.add(word), weight, Double::sum));
        groupsOf = new long[lexicon.size()];
        weightOf = new double[lexicon.size()];
        known = new boolean[lexicon.size()];
        for (int word = 0; word < weightOf.length; word++) {
            groupsOf[word] = bits.getOrDefault(word, 0L);
            weightOf[word] = weights.getOrDefault(word, 0.0);
            known[word] = bits.containsKey(word) || weights.containsKey(word) || kindsOf.containsKey(word);
        }
        needed = lane.signs().stream().mapToLong(sign -> bits(sign.groups())).toArray();
        signWeights = lane.signs().stream().mapToDouble(Routing.Sign::weight).toArray();
        touching = bits(PERSONS)
                | bits(lane.signs().stream()
                        .filter(sign -> sign.weight() > 0 && sign.groups().size() == 1)
                        .flatMap(sign -> sign.groups().stream())
                        .toList());
    }

    private long bit(String group) {
        int place = groups.indexOf(group);
        return place < 0 ? 0 : 1L << place;
    }

    private long bits(Collection<String> named) {
        return named.stream().mapToLong(this::bit).reduce(0, (one, two) -> one | two);
    }

    /**
     * What speaks for danger in a text: the worst of its windows, so that much talk of other things calms nothing, with
     * the signs against it wherever they stand. Without any sign for it there is none: learned words alone explain
     * nothing to an agent.
     */
    Danger of(String text, List<Token> tokens, Sightings said) {
        Passaged passages = new Passaged(text, tokens, said.of(known));
        int last = passages.count();
        int from = 0;
        int to = last <= SHORT ? last : 0;
        double most = passages.score(from, to);
        for (int first = 0; first + WINDOW < last; first++) {
            double score = passages.score(first, first + WINDOW);
            if (score > most) {
                from = first;
                to = first + WINDOW;
                most = score;
            }
        }
        return passages.danger(most, from, to);
    }

    /** As above, when nobody else has looked for words. */
    Danger of(String text, List<Token> tokens) {
        return of(text, tokens, Sightings.of(lexicon, tokens));
    }

    /** A text's known words by its passages; those that straddle two are none. */
    private final class Passaged {

        private final Sightings seen;

        /** The passage of each token, and the first sighting of each passage. */
        private final int[] passageOf;

        private final int[] starts;
        private final int count;
        private final boolean[] whole;
        private final int[] counted;
        private int window;
        private long wholeGroups;
        private int different;
        private double against;

        Passaged(String text, List<Token> tokens, Sightings seen) {
            this.seen = seen;
            passageOf = new int[tokens.size()];
            count = cut(text, tokens);
            starts = new int[count + 1];
            whole = new boolean[seen.size()];
            counted = new int[seen.count()];
            Arrays.fill(starts, seen.size());
            for (int i = seen.size() - 1; i >= 0; i--) {
                int passage = passageOf[seen.first(i)];
                whole[i] = passage == passageOf[seen.end(i) - 1];
                starts[passage] = i;
            }
            for (int p = count - 1; p >= 0; p--) {
                starts[p] = Math.min(starts[p], starts[p + 1]);
            }
            window++;
            for (int i = 0; i < seen.size(); i++) {
                if (whole[i] && counted[seen.place(i)] != window) {
                    counted[seen.place(i)] = window;
                    wholeGroups |= groupsOf[seen.word(i)];
                    different++;
                    against += Math.min(0, weightOf[seen.word(i)]);
                }
            }
        }

        /** Numbers the passages that have any token. */
        private int cut(String text, List<Token> tokens) {
            int passages = 0;
            int from = 0;
            for (int end : Passages.ends(text)) {
                int first = from;
                while (from < tokens.size() && tokens.get(from).start() < end) {
                    passageOf[from++] = passages;
                }
                passages += from > first ? 1 : 0;
            }
            return passages;
        }

        int count() {
            return count;
        }

        double score(int from, int to) {
            window++;
            long here = 0;
            double sum = against;
            for (int i = starts[from]; i < starts[to]; i++) {
                if (whole[i] && counted[seen.place(i)] != window) {
                    counted[seen.place(i)] = window;
                    here |= groupsOf[seen.word(i)];
                    sum += Math.max(0, weightOf[seen.word(i)]);
                }
            }
            double score = sum * damping(different);
            for (int sign = 0; sign < needed.length; sign++) {
                score += given(sign, here) ? signWeights[sign] : 0;
            }
            return score;
        }

        private boolean given(int sign, long here) {
            long there = signWeights[sign] < 0 ? wholeGroups : here;
            return (there & needed[sign]) == needed[sign];
        }

        Danger danger(double score, int from, int to) {
            Set<Integer> words = new LinkedHashSet<>();
            long here = 0;
            for (int i = starts[from]; i < starts[to]; i++) {
                if (whole[i]) {
                    words.add(seen.word(i));
                    here |= groupsOf[seen.word(i)];
                }
            }
            Map<String, Double> kinds = new LinkedHashMap<>();
            lane.kinds().keySet().forEach(kind -> kinds.put(kind, 0.0));
            List<Evidence> evidence = new ArrayList<>();
            double named = 0;
            for (int i = 0; i < needed.length; i++) {
                Routing.Sign sign = lane.signs().get(i);
                if (given(i, here)) {
                    named += Math.max(0, sign.weight());
                    sign.kinds().forEach(kind -> kinds.merge(kind, sign.weight(), Double::sum));
                    evidence.add(new Evidence("lane-" + sign.name(), Figures.signed(sign.weight())));
                }
            }
            double damping = LEARNED_KIND * damping(words.size());
            words.forEach(word -> kindsOf.getOrDefault(word, Map.of())
                    .forEach((kind, weight) -> kinds.merge(kind, weight * damping, Double::sum)));
            return new Danger(named > 0 ? score : Math.min(0, score), kind(kinds), 0, named, evidence);
        }
    }

    /** How much each word of a text with so many known ones counts beside the signs. */
    static double damping(int known) {
        return Math.min(1, Math.sqrt(SHORT_TEXT / Math.max(1, known)));
    }

    /** Whether a passage holds any word that a sign of danger asks for: it then never stays in an ordinary matter. */
    boolean touches(String passage) {
        List<Token> tokens = words.of(passage);
        return touches(Sightings.of(lexicon, tokens), tokens, 0, passage.length());
    }

    /** As above, for the passage of a text between two places: a word that reaches into it counts. */
    boolean touches(Sightings said, List<Token> tokens, int from, int to) {
        for (int i = 0; i < said.size() && tokens.get(said.first(i)).start() < to; i++) {
            int word = said.word(i);
            if (word < groupsOf.length
                    && (groupsOf[word] & touching) != 0
                    && tokens.get(said.end(i) - 1).end() > from) {
                return true;
            }
        }
        return false;
    }

    /** The words of the groups, and those learned, that these tokens hold. */
    Set<String> keys(List<Token> tokens) {
        Set<String> keys = new HashSet<>();
        Sightings seen = Sightings.of(lexicon, tokens).of(known);
        for (int i = 0; i < seen.count(); i++) {
            keys.add(lexicon.key(seen.different(i)));
        }
        return keys;
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
     * @param margin how much more its manner is that of this kind than of the next, as a logit; 0 when nothing was
     *     learned
     * @param named sum of the weights of its signs that speak for danger
     * @param evidence the signs, without the text's words: evidence may be read where the text may not
     */
    record Danger(double score, String kind, double margin, double named, List<Evidence> evidence) {

        /** The same, when something else speaks against it. */
        Danger minus(double weight) {
            return new Danger(score - weight, kind, margin, named, evidence);
        }
    }
}
