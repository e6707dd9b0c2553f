package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules in force, prepared for use.
 *
 * @param routing as written
 * @param words how a text is cut
 * @param topics which ordinary motive
 * @param lane whether it goes the restricted way
 * @param informed words that ask to inform a directorate
 * @param machine how mails of machines begin
 */
record Rules(
        Routing routing,
        Words words,
        Topics topics,
        LaneScorer lane,
        Map<String, Lexicon> informed,
        List<List<String>> machine) {

    static Rules of(Routing routing, Catalogue catalogue) {
        Words words = new Words(routing.patterns());
        Map<String, Lexicon> informed = new TreeMap<>();
        routing.informed().forEach((directorate, terms) -> {
            Lexicon lexicon = new Lexicon(words);
            terms.forEach(lexicon::add);
            informed.put(directorate, lexicon);
        });
        return new Rules(
                routing,
                words,
                new Topics(routing, catalogue, words),
                new LaneScorer(routing.lane(), words),
                informed,
                routing.machine().stream()
                        .map(words::term)
                        .filter(head -> !head.isEmpty())
                        .toList());
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

    /** Whether a subject begins as only machines begin one. */
    boolean machineWrote(String subject) {
        List<String> stems = words.of(subject).stream().map(Token::stem).toList();
        return machine.stream()
                .anyMatch(head -> stems.size() >= head.size()
                        && stems.subList(0, head.size()).equals(head));
    }
}
