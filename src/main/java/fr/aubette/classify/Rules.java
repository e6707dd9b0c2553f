package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules in force, prepared for use.
 *
 * @param routing as written
 * @param words how a text is cut
 * @param topics which ordinary motive
 * @param lane whether it goes the restricted way
 */
record Rules(Routing routing, Words words, Topics topics, LaneScorer lane) {

    static Rules of(Routing routing, Catalogue catalogue) {
        Words words = new Words(routing.patterns());
        return new Rules(routing, words, new Topics(routing, catalogue, words), new LaneScorer(routing.lane(), words));
    }

    boolean suspects(String text) {
        return lane.of(text).score() >= routing.lane().suspected();
    }

    /** Directorates that a text asks to inform. */
    List<String> informed(String text) {
        List<Token> tokens = words.of(text);
        return routing.informed().entrySet().stream()
                .filter(each -> holds(each.getValue(), tokens))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether a subject begins as only machines begin one. */
    boolean machineWrote(String subject) {
        List<String> stems = words.of(subject).stream().map(Token::stem).toList();
        return Stream.ofNullable(routing.machine())
                .flatMap(List::stream)
                .map(words::term)
                .anyMatch(head -> !head.isEmpty()
                        && stems.size() >= head.size()
                        && stems.subList(0, head.size()).equals(head));
    }

    private boolean holds(List<String> terms, List<Token> tokens) {
        Lexicon lexicon = new Lexicon(words);
        terms.forEach(lexicon::add);
        boolean[] found = new boolean[1];
        lexicon.find(tokens, (key, at) -> found[0] = true);
        return found[0];
    }
}
