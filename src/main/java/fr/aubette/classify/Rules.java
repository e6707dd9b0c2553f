package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules in force, prepared for use.
 *
 * @param routing as written
 * @param words how a text is cut
 * @param topics which ordinary motive
 * @param lane whether it goes the restricted way
 * @param informed words that ask to inform a directorate
 * @param companions words of a second topic
 * @param machine how mails of machines begin
 * @param machineWords words of mails that machines write
 * @param machineWeights their weights, by key
 */
record Rules(
        Routing routing,
        Words words,
        Topics topics,
        LaneScorer lane,
        Map<String, Lexicon> informed,
        List<Companions> companions,
        List<List<String>> machine,
        Lexicon machineWords,
        Map<String, Double> machineWeights) {

    private static final double MACHINE = 2;
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?i:re|tr|fwd?|rép)\\s*:");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>|(?i:a écrit :|message d.origine)");

    /** Words that, beside a topic of one directorate, tell of a topic of another. */
    private record Companions(Routing.Companion rule, Lexicon words) {}

    static Rules of(Routing routing, Catalogue catalogue) {
        Words words = new Words(routing.patterns());
        Map<String, Lexicon> informed = new TreeMap<>();
        routing.informed().forEach((directorate, terms) -> {
            informed.put(directorate, lexicon(words, terms));
        });
        return new Rules(
                routing,
                words,
                new Topics(routing, catalogue, words),
                new LaneScorer(routing.lane(), words),
                informed,
                routing.companions().stream()
                        .map(rule -> new Companions(rule, lexicon(words, rule.words())))
                        .toList(),
                routing.machine().stream()
                        .map(words::term)
                        .filter(head -> !head.isEmpty())
                        .toList(),
                lexicon(words, List.copyOf(routing.machineWords().keySet())),
                routing.machineWords().entrySet().stream()
                        .collect(Collectors.toMap(each -> words.key(each.getKey()), Map.Entry::getValue, Math::max)));
    }

    private static Lexicon lexicon(Words words, List<String> terms) {
        Lexicon lexicon = new Lexicon(words);
        terms.forEach(lexicon::add);
        return lexicon;
    }

    /** Directorates whose words often come beside a topic of this one, and are there. */
    Set<String> companions(String directorate, List<Token> tokens) {
        return companions.stream()
                .filter(each -> each.rule().first().contains(directorate)
                        && each.words().knowsAny(tokens))
                .map(each -> each.rule().second())
                .collect(Collectors.toSet());
    }

    boolean suspects(String text) {
        return lane.of(text, words.of(text)).score() >= routing.lane().suspected();
    }

    /** Directorates that a text asks to inform. */
    List<String> informed(List<Token> tokens) {
        return informed.entrySet().stream()
                .filter(each -> each.getValue().knowsAny(tokens))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether only a machine writes so: enough of its words, no danger, and not an answer to us, which would quote our
     * own automatic words.
     */
    boolean machineWrote(String subject, String text, List<Token> tokens) {
        if (ANSWER.matcher(subject).find() || QUOTED.matcher(text).find()) {
            return false;
        }
        Set<String> found = new HashSet<>();
        machineWords.find(tokens, (key, at) -> found.add(key));
        double weight = found.stream()
                .mapToDouble(key -> machineWeights.getOrDefault(key, 0.0))
                .sum();
        return weight >= MACHINE && (weight >= 2 * MACHINE || !suspects(text));
    }

    /** Whether a subject begins as only machines begin one. */
    boolean machineWrote(String subject) {
        List<String> stems = words.of(subject).stream().map(Token::stem).toList();
        return machine.stream()
                .anyMatch(head -> stems.size() >= head.size()
                        && stems.subList(0, head.size()).equals(head));
    }
}
