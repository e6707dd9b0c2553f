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

/** The words and pairs of words that enough messages share, named as people write them most. */
final class Vocabulary {

    /** Greetings and such say nothing of the matter. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "bonjour",
            "bonsoir",
            "cordialement",
            "madame",
            "monsieur",
            "mme",
            "merci",
            "pas",
            "pour",
            "mon",
            "ma",
            "mes",
            "je",
            "vous",
            "vos",
            "votre",
            "nous",
            "avec",
            "dans",
            "ne",
            "plus",
            "ai",
            "elle",
            "son",
            "sa",
            "ses",
            "qu",
            "ca",
            "si",
            "sans",
            "mais",
            "y",
            "a",
            "objet",
            "ci",
            "bjr",
            "svp",
            "suis",
            "ont",
            "etre",
            "tout",
            "tous",
            "toute",
            "toutes",
            "fait",
            "faire",
            "faut",
            "bien",
            "comme",
            "quand",
            "comment",
            "dit",
            "dire",
            "ans",
            "jour",
            "jours",
            "mois",
            "an",
            "annee",
            "depuis",
            "cette",
            "leur",
            "leurs",
            "deux",
            "trois",
            "quatre",
            "rue",
            "peut",
            "peux",
            "puis",
            "sais",
            "savoir",
            "voir",
            "chez",
            "entre",
            "vers",
            "apres",
            "avant",
            "encore",
            "toujours",
            "jamais",
            "rien",
            "aussi",
            "tres",
            "trop",
            "meme",
            "autre",
            "autres",
            "ici",
            "quel",
            "quelle",
            "quelles",
            "etait",
            "sera",
            "serait",
            "avez",
            "avons",
            "aurait",
            "avoir",
            "avais",
            "sont",
            "sommes",
            "lui",
            "eux",
            "moi",
            "notre",
            "nos",
            "celui",
            "cela",
            "parce",
            "donc",
            "alors",
            "car",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "matin",
            "soir",
            "hier",
            "demain",
            "heure",
            "heures",
            "mlle",
            "messieurs",
            "president",
            "veuillez",
            "agreer",
            "salutations",
            "possible",
            "pouvez",
            "pourriez",
            "voudrais",
            "voudrai",
            "souhaite",
            "veut",
            "veux",
            "demande",
            "demander",
            "besoin",
            "suite",
            "chaque",
            "contre",
            "pendant",
            "sous",
            "fois",
            "petit",
            "petite",
            "grand",
            "quelqu",
            "quelque",
            "existe",
            "place",
            "passe",
            "pris",
            "mettre",
            "met",
            "vient",
            "venir",
            "aller",
            "voila",
            "partie",
            "fin",
            "aucun",
            "aucune",
            "juste",
            "deja",
            "non",
            "oui");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}]{3,}");

    private final Words words;
    private final Map<String, String> written = new HashMap<>();

    Vocabulary(Words words, List<String> texts, int least, int leastPairs) {
        this.words = words;
        Map<String, Map<String, Integer>> forms = new HashMap<>();
        Map<String, Integer> seenIn = new HashMap<>();
        Set<String> common = new HashSet<>();
        Set<String> nothing = new HashSet<>();
        SAYS_NOTHING.forEach(word -> nothing.add(Words.stem(word)));
        for (String text : texts) {
            Set<String> here = new HashSet<>();
            List<Token> tokens = words.of(text);
            for (int i = 0; i < tokens.size(); i++) {
                if (!properName(text, tokens.get(i))) {
                    common.add(tokens.get(i).stem());
                }
                String one = form(text, tokens.get(i), nothing);
                if (one.isEmpty()) {
                    continue;
                }
                count(forms, here, tokens.get(i).stem(), one);
                String two = i + 1 < tokens.size() ? form(text, tokens.get(i + 1), nothing) : "";
                if (!two.isEmpty()) {
                    count(
                            forms,
                            here,
                            tokens.get(i).stem() + " " + tokens.get(i + 1).stem(),
                            one + " " + two);
                }
            }
            here.forEach(key -> seenIn.merge(key, 1, Integer::sum));
        }
        seenIn.forEach((key, times) -> {
            if (common.containsAll(List.of(key.split(" "))) && times >= (key.contains(" ") ? leastPairs : least)) {
                written.put(key, mostOften(forms.getOrDefault(key, Map.of())));
            }
        });
    }

    /** The keys of a text's words. */
    Set<String> of(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<Token> tokens = words.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            keep(found, tokens.get(i).stem());
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

    private static String form(String text, Token token, Set<String> nothing) {
        String form = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
        return token.stem().startsWith("#")
                        || nothing.contains(token.stem())
                        || !LETTERS.matcher(form).matches()
                ? ""
                : form;
    }

    /** People and places are written with a capital and small letters; what is never written otherwise is a name. */
    private static boolean properName(String text, Token token) {
        String form = text.substring(token.start(), token.end());
        return Character.isUpperCase(form.charAt(0)) && !form.equals(form.toUpperCase(Locale.ROOT));
    }

    private static void count(Map<String, Map<String, Integer>> forms, Set<String> here, String key, String form) {
        forms.computeIfAbsent(key, each -> new HashMap<>()).merge(form, 1, Integer::sum);
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
