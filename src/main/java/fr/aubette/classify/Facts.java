package fr.aubette.classify;

import fr.aubette.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What decides whatever the weights say: an object line that names a motive, a fact that makes it another's. */
final class Facts {

    /** An object line further down, in characters, is that of a letter passed on. */
    private static final int LOWEST = 1_500;

    private static final Pattern OBJECT_LINE =
            Pattern.compile("(?im)^\\h{0,8}ob[jl]et\\h{0,3}[:;.]\\h{0,3}(\\S[^\\n]{2,200})");

    private final Map<Integer, String> objects = new HashMap<>();
    private final List<Instead> insteads = new ArrayList<>();

    private record Instead(Routing.Instead rule, List<int[]> words) {}

    Facts(Routing.Facts written, Lexicon lexicon) {
        written.objects()
                .forEach((motive, phrases) -> phrases.forEach(phrase -> {
                    int word = lexicon.add(phrase);
                    if (word != Lexicon.NONE) {
                        objects.put(word, motive);
                    }
                }));
        written.instead()
                .forEach(rule -> insteads.add(new Instead(
                        rule,
                        rule.words().stream()
                                .map(any -> Rules.numbers(lexicon, any))
                                .toList())));
    }

    /**
     * A motive, and why.
     *
     * @param words how many words decided, small ones left out
     * @param evidence the words that decided
     */
    record Decided(String motive, int words, Evidence evidence) {}

    /**
     * The motive that the subject, or a letter's object line, names; none when it names two. The longest name counts:
     * "transport scolaire adapté" is not "transport scolaire".
     *
     * @param subject how many characters of the text are its subject
     */
    Optional<Decided> named(Topics.Told told, int subject, Sightings said) {
        int from = 0;
        int to = subject;
        Matcher line =
                OBJECT_LINE.matcher(told.text()).region(0, Math.min(told.text().length(), LOWEST));
        if (line.find()) {
            from = line.start(1) < subject ? 0 : line.start(1);
            to = line.end(1);
        }
        int best = -1;
        boolean two = false;
        for (int i = 0; i < said.size() && !objects.isEmpty(); i++) {
            int start = told.tokens().get(said.first(i)).start();
            if (start >= from && start < to && objects.containsKey(said.word(i))) {
                int longer = best < 0 ? 1 : length(said, i) - length(said, best);
                boolean same =
                        best >= 0 && String.valueOf(objects.get(said.word(i))).equals(objects.get(said.word(best)));
                two = longer > 0 ? false : two || longer == 0 && !same;
                best = longer > 0 ? i : best;
            }
        }
        return best < 0 || two
                ? Optional.empty()
                : Optional.of(new Decided(
                        objects.getOrDefault(said.word(best), ""),
                        length(said, best),
                        new Evidence("object-line", "« " + written(told, said, best) + " »")));
    }

    /** Whose a matter of this motive is, when the text says what makes it another's. */
    Optional<Decided> instead(String motive, Topics.Told told, Sightings said) {
        return insteads.stream()
                .filter(each -> each.rule().of().contains(motive)
                        && each.words().stream().allMatch(said::saysAny))
                .findFirst()
                .map(each -> new Decided(
                        each.rule().to(),
                        each.words().size(),
                        new Evidence(
                                "instead-of-" + motive,
                                "« "
                                        + written(
                                                told,
                                                said,
                                                first(said, each.words().get(0))) + " » ("
                                        + each.rule().why() + ")")));
    }

    private static int length(Sightings said, int sighting) {
        return said.end(sighting) - said.first(sighting);
    }

    private static int first(Sightings said, int[] words) {
        for (int i = 0; i < said.size(); i++) {
            for (int word : words) {
                if (said.word(i) == word) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("none of these words is said");
    }

    private static String written(Topics.Told told, Sightings said, int sighting) {
        return told.text()
                .substring(
                        told.tokens().get(said.first(sighting)).start(),
                        told.tokens().get(said.end(sighting) - 1).end())
                .replaceAll("\\s+", " ");
    }
}
