package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.HashMap;
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
 * @param manner how danger is told without a name
 * @param desks directorate of each kind of danger
 * @param lexicon all the words that any of them knows
 * @param informed words that ask to inform a directorate
 * @param companions words of a second topic
 * @param machine how mails of machines begin
 * @param machineWords weights of words of mails that machines write
 * @param second weights of the signs of a second topic beside an ordinary one
 * @param secondBesideDanger beside a danger
 */
record Rules(
        Routing routing,
        Words words,
        Topics topics,
        LaneScorer lane,
        MannerScorer manner,
        Map<String, String> desks,
        Lexicon lexicon,
        Map<String, int[]> informed,
        List<Companions> companions,
        List<List<String>> machine,
        Map<Integer, Double> machineWords,
        double[] second,
        double[] secondBesideDanger) {

    private static final double MACHINE = 2;
    private static final Pattern ANSWER = Pattern.compile("^\\s*(?i:re|tr|fwd?|rép)\\s*:");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>|(?i:a écrit :|message d.origine)");

    /** Words that, beside a topic of one directorate, tell of a topic of another. */
    private record Companions(Routing.Companion rule, int[] words) {}

    static Rules of(Routing routing, Catalogue catalogue) {
        Words words = new Words(routing.patterns());
        Lexicon lexicon = new Lexicon(words);
        Map<String, int[]> informed = new TreeMap<>();
        routing.informed().forEach((directorate, terms) -> {
            informed.put(directorate, numbers(lexicon, terms));
        });
        Map<Integer, Double> machineWords = new HashMap<>();
        routing.machineWords().forEach((word, weight) -> machineWords.merge(lexicon.add(word), weight, Math::max));
        return new Rules(
                routing,
                words,
                new Topics(routing, catalogue, lexicon),
                new LaneScorer(routing.lane(), words, lexicon),
                new MannerScorer(routing.manner(), routing.lane().kinds().keySet()),
                desks(routing, catalogue),
                lexicon,
                informed,
                routing.companions().stream()
                        .map(rule -> new Companions(rule, numbers(lexicon, rule.words())))
                        .toList(),
                routing.machine().stream()
                        .map(head -> words.of(head).stream().map(Token::stem).toList())
                        .filter(head -> !head.isEmpty())
                        .toList(),
                machineWords,
                SecondSigns.ordered(routing.seconds().ordinary()),
                SecondSigns.ordered(routing.seconds().danger()));
    }

    private static Map<String, String> desks(Routing routing, Catalogue catalogue) {
        Map<String, String> desks = new HashMap<>();
        routing.lane()
                .kinds()
                .forEach((kind, motive) ->
                        desks.put(kind, catalogue.motive(motive).directorate()));
        return desks;
    }

    private static int[] numbers(Lexicon lexicon, List<String> terms) {
        return terms.stream()
                .mapToInt(lexicon::add)
                .filter(number -> number != Lexicon.NONE)
                .toArray();
    }

    /** What a text says of all the words known. */
    Sightings said(List<Token> tokens) {
        return Sightings.of(lexicon, tokens);
    }

    /** Directorates whose words often come beside a topic of this one, and are there. */
    Set<String> companions(String directorate, Sightings said) {
        return companions.stream()
                .filter(each -> each.rule().first().contains(directorate) && said.saysAny(each.words()))
                .map(each -> each.rule().second())
                .collect(Collectors.toSet());
    }

    /** How dangerous a text is; of a text over {@value Words#MAX_TEXT} characters, its beginning. */
    LaneScorer.Danger danger(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), Words.MAX_TEXT));
        return told(text, signs(text));
    }

    /** What the lane's signs alone say of a text. */
    LaneScorer.Danger signs(String text) {
        List<Token> tokens = words.of(text);
        return lane.of(text, tokens, said(tokens));
    }

    /** As the text's manner tells it when that was learned, else as its signs do. */
    LaneScorer.Danger told(String text, LaneScorer.Danger signs) {
        return manner.knowsAny() ? manner.with(text, signs) : signs;
    }

    boolean suspects(String text) {
        LaneScorer.Danger signs = signs(text);
        double least = routing.lane().suspected();
        return signs.score() >= least || told(text, signs).score() >= least;
    }

    /** Directorates that a text asks to inform. */
    List<String> informed(Sightings said) {
        return informed.entrySet().stream()
                .filter(each -> said.saysAny(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether only a machine writes so: enough of its words, no danger, and not an answer to us, which would quote our
     * own automatic words.
     */
    boolean machineWrote(String subject, String text, Sightings said) {
        double weight = 0;
        for (int i = 0; i < said.count(); i++) {
            weight += machineWords.getOrDefault(said.different(i), 0.0);
        }
        return weight >= MACHINE
                && !ANSWER.matcher(subject).find()
                && !QUOTED.matcher(text).find()
                && (weight >= 2 * MACHINE || !suspects(text));
    }

    /** Whether a subject begins as only machines begin one. */
    boolean machineWrote(String subject) {
        List<String> stems = words.of(subject).stream().map(Token::stem).toList();
        return machine.stream()
                .anyMatch(head -> stems.size() >= head.size()
                        && stems.subList(0, head.size()).equals(head));
    }
}
