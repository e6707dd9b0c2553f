package fr.aubette.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the strong words written by hand teach: each, among words in which anybody asks anything, is its own motive. So
 * no greeting learned from other messages ever counts more than the name of the matter.
 */
final class HandLessons {

    /** Weight from which a word written by hand names a motive by itself. */
    private static final double STRONG = 4;

    /** How people ask, whatever they ask. */
    private static final List<String> MANNERS = List.of(
            "Bonjour, je me permets de vous écrire au sujet de ceci : %s. Merci de votre aide.",
            "Madame, Monsieur, pouvez-vous me renseigner ? %s. Dans l'attente de votre réponse, cordialement",
            "Appel : %s. Ne sait pas à qui s'adresser, à rappeler",
            "J'ai un problème : %s. Comment faire et à qui dois-je m'adresser ?",
            "Bonsoir, question : %s, est-ce chez vous ? Personne ne répond au téléphone. Bonne journée",
            "%s : quelles sont les démarches, quels papiers faut-il envoyer ?",
            "Je voudrais savoir où en est : %s. J'ai déjà appelé plusieurs fois, sans résultat.",
            "Objet : %s. Je vous prie de bien vouloir me répondre par retour de courrier.");

    private HandLessons() {}

    /**
     * A text that must be of one of these motives.
     *
     * @param text as somebody might write it
     * @param motives for which its strong word counts most
     */
    record HandLesson(String text, List<String> motives) {}

    /** All that these rules teach, always in the same order. */
    static List<HandLesson> of(Routing hand) {
        Map<String, Map<String, Double>> byWord = new TreeMap<>();
        hand.motives()
                .forEach((motive, words) -> words.forEach((word, weight) -> {
                    if (weight >= STRONG
                            && Character.isLetter(word.charAt(0))
                            && !word.contains("~")
                            && !word.contains("*")) {
                        byWord.computeIfAbsent(word, each -> new HashMap<>()).put(motive, weight);
                    }
                }));
        List<HandLesson> lessons = new ArrayList<>();
        byWord.forEach((word, weights) -> {
            double most = weights.values().stream().mapToDouble(d -> d).max().orElse(0);
            List<String> motives = weights.entrySet().stream()
                    .filter(each -> each.getValue() == most)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            String manner = MANNERS.get(lessons.size() % MANNERS.size());
            lessons.add(new HandLesson(manner.formatted(word), motives));
        });
        return lessons;
    }
}
