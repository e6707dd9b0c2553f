package fr.aubette.identify;

import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Clue;
import fr.aubette.identify.match.Sign;
import fr.aubette.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A candidate's clues in an agent's words: what was compared and how much it weighs, never what it says. */
final class Clues {

    private Clues() {}

    static List<Evidence> of(Candidate candidate) {
        return candidate.clues().stream()
                .map(clue -> new Evidence(code(clue.sign()), words(clue.sign()) + " " + weight(clue)))
                .toList();
    }

    static String line(Candidate candidate) {
        return candidate.clues().stream()
                .map(clue -> words(clue.sign()) + " " + weight(clue))
                .collect(Collectors.joining(", "));
    }

    static String percent(double probability) {
        return String.format(Locale.FRENCH, "%.1f %%", Math.floor(probability * 1000) / 10);
    }

    private static String weight(Clue clue) {
        return String.format(Locale.FRENCH, "(%+.1f)", clue.bits());
    }

    private static String code(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Sign sign) {
        return switch (sign) {
            case SURNAME_SAME -> "même nom";
            case SURNAME_PART -> "une partie du nom";
            case SURNAME_HOUSEHOLD -> "nom d'une personne de la même adresse";
            case SURNAME_NEAR -> "nom très proche";
            case SURNAME_FAR -> "nom assez proche";
            case SURNAME_OTHER -> "autre nom";
            case FIRST_SAME -> "même prénom";
            case FIRST_PART -> "une partie du prénom";
            case FIRST_SHORT -> "début du prénom";
            case FIRST_INITIAL -> "même initiale";
            case FIRST_NEAR -> "prénom très proche";
            case FIRST_FAR -> "prénom assez proche";
            case FIRST_OTHER -> "autre prénom";
            case SEX_SAME -> "même civilité";
            case SEX_OTHER -> "autre civilité";
            case BIRTH_SAME -> "même date de naissance";
            case BIRTH_NEAR -> "date de naissance à un chiffre près";
            case BIRTH_OTHER -> "autre date de naissance";
            case PHONE_OWN -> "téléphone connu";
            case PHONE_HOUSEHOLD -> "téléphone du même ménage";
            case PHONE_UNKNOWN -> "téléphone inconnu";
            case PHONE_OTHERS -> "téléphone d'une autre personne";
            case MAIL_OWN -> "adresse électronique connue";
            case MAIL_VARIANT -> "adresse électronique presque connue";
            case MAIL_HOUSEHOLD -> "adresse électronique du même ménage";
            case MAIL_UNKNOWN -> "adresse électronique inconnue";
            case MAIL_OTHERS -> "adresse électronique d'une autre personne";
            case PLACE_SAME -> "même adresse";
            case PLACE_STREET -> "même rue";
            case PLACE_NUMBER -> "même numéro et même commune";
            case PLACE_TOWN -> "même commune";
            case PLACE_OTHER -> "autre adresse";
        };
    }
}
