package fr.aubette.classify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words, pairs of words and families of words (a common beginning, {@code amenag*}) that enough messages share,
 * named as people write them most. What is never written but with a capital is somebody's name and left out.
 */
final class Vocabulary {

    /** Beginnings that make a family, in letters. */
    private static final int[] FAMILIES = {4, 6};

    /** Greetings and such say nothing of the matter. */
    private static final Set<String> SAYS_NOTHING =
            Stream.of("""
            bonjour bonsoir cordialement madame monsieur mme merci pas pour mon ma mes je vous vos votre nous
            avec dans ne plus ai elle son sa ses qu ca si sans mais y a objet ci bjr svp suis ont etre tout tous
            toute toutes fait faire faut bien comme quand comment dit dire ans jour jours mois an annee depuis
            cette leur leurs deux trois quatre rue peut peux puis sais savoir voir chez entre vers apres avant
            encore toujours jamais rien aussi tres trop meme autre autres ici quel quelle quelles etait sera
            serait avez avons aurait avoir avais sont sommes lui eux moi notre nos celui cela parce donc alors
            car janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi
            mercredi jeudi vendredi samedi dimanche matin soir hier demain heure heures mlle messieurs president
            veuillez agreer salutations possible pouvez pourriez voudrais voudrai souhaite veut veux demande
            demander besoin suite chaque contre pendant sous fois petit petite grand quelqu quelque existe place
            passe pris mettre met vient venir aller voila partie fin aucun aucune juste deja non oui
            quoi sujet probleme question moment beaucoup patience permets ecris ecrire adresser concerne concernant
            informer tourner attente reponse repondre comprends comprendre merc merci
            """.strip().split("\\s+")).map(Words::stem).collect(Collectors.toUnmodifiableSet());

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}]{3,}");

    private final Map<String, String> written = new HashMap<>();

    /** How often each form of a key was seen, and in how many texts. */
    private static final class Seen {
        private final Map<String, Integer> forms = new HashMap<>();
        private int texts;
    }

    /**
     * Learns from texts.
     *
     * @param least texts that must hold a word for it to count
     * @param leastPairs texts that must hold a pair
     */
    Vocabulary(Words words, List<String> texts, int least, int leastPairs) {
        Map<String, Seen> seen = new HashMap<>();
        Set<String> common = new HashSet<>();
        for (String text : texts) {
            Set<String> here = new HashSet<>();
            List<Token> tokens = words.of(text);
            for (int i = 0; i < tokens.size(); i++) {
                if (!properName(text, tokens.get(i))) {
                    common.add(tokens.get(i).stem());
                }
                String one = form(text, tokens.get(i));
                if (!one.isEmpty()) {
                    count(seen, here, tokens.get(i).stem(), one);
                    families(tokens.get(i).stem()).forEach(family -> count(seen, here, family, family));
                    String two = i + 1 < tokens.size() ? form(text, tokens.get(i + 1)) : "";
                    if (!two.isEmpty()) {
                        count(
                                seen,
                                here,
                                tokens.get(i).stem() + " " + tokens.get(i + 1).stem(),
                                one + " " + two);
                    }
                }
            }
            here.forEach(key -> seen.computeIfAbsent(key, each -> new Seen()).texts++);
        }
        seen.forEach((key, each) -> {
            boolean named = !key.endsWith("*") && !common.containsAll(List.of(key.split(" ")));
            if (!named && each.texts >= (key.contains(" ") ? leastPairs : least)) {
                written.put(key, mostOften(each.forms));
            }
        });
    }

    /** The keys of a text's words. */
    Set<String> of(List<Token> tokens) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            keep(found, tokens.get(i).stem());
            families(tokens.get(i).stem()).forEach(family -> keep(found, family));
            if (i + 1 < tokens.size()) {
                keep(found, tokens.get(i).stem() + " " + tokens.get(i + 1).stem());
            }
        }
        return found;
    }

    /** How a key is written; the key itself when it is none of these words. */
    String written(String key) {
        return written.getOrDefault(key, key);
    }

    private void keep(Set<String> found, String key) {
        if (written.containsKey(key)) {
            found.add(key);
        }
    }

    private static List<String> families(String stem) {
        if (stem.startsWith("#") || stem.length() <= FAMILIES[0] || Character.isDigit(stem.charAt(0))) {
            return List.of();
        }
        String near = stem.substring(0, FAMILIES[0]) + "*";
        return stem.length() <= FAMILIES[1] ? List.of(near) : List.of(near, stem.substring(0, FAMILIES[1]) + "*");
    }

    private static String form(String text, Token token) {
        String form = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        return token.stem().startsWith("#")
                        || SAYS_NOTHING.contains(token.stem())
                        || !LETTERS.matcher(form).matches()
                ? ""
                : form;
    }

    private static boolean properName(String text, Token token) {
        String form = text.substring(token.start(), token.end());
        return Character.isUpperCase(form.charAt(0)) && !form.equals(form.toUpperCase(Locale.ROOT));
    }

    private static void count(Map<String, Seen> seen, Set<String> here, String key, String form) {
        seen.computeIfAbsent(key, each -> new Seen()).forms.merge(form, 1, Integer::sum);
        here.add(key);
    }

    private static String mostOften(Map<String, Integer> forms) {
        return forms.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
