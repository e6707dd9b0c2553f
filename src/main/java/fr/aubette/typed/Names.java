package fr.aubette.typed;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One name for each thing that people are asked, whichever language a page or a program asked it in.
 *
 * <p>{@code lastName}, {@code last-name} and {@code nom de famille} are all {@value #LAST_NAME}. A name that is not
 * listed is kept, in lower case with underscores.
 */
public final class Names {

    public static final String TOKEN = "token";
    public static final String FORM = "formulaire";
    public static final String LANGUAGE = "langue";
    public static final String CATEGORY = "categorie";
    public static final String SUBJECT = "objet";
    public static final String MESSAGE = "message";
    public static final String CASE_FILE = "dossier";
    public static final String NAME = "nom_complet";
    public static final String LAST_NAME = "nom";
    public static final String FIRST_NAME = "prenom";
    public static final String BIRTH_DATE = "naissance";
    public static final String PHONE = "telephone";
    public static final String MAIL = "courriel";
    public static final String ADDRESS = "adresse";
    public static final String POSTCODE = "code_postal";
    public static final String TOWN = "commune";
    public static final String FILES = "fichiers";
    public static final String FOR_WHOM = "pour_qui";
    public static final String SITE = "site";
    public static final String ENTRY = "entree";
    public static final String AT = "heure";

    /** Before a field of the person for whom one asks, for example {@code beneficiaire_nom}. */
    public static final String BENEFICIARY = "beneficiaire_";

    private static final Map<String, String> SYNONYMS = synonyms();

    private Names() {}

    /** The one name for this name. */
    public static String canonical(String name) {
        String plain = plain(name);
        for (String prefix : new String[] {BENEFICIARY, "beneficiary_"}) {
            if (plain.startsWith(prefix)) {
                return BENEFICIARY + one(plain.substring(prefix.length()));
            }
        }
        return one(plain);
    }

    private static String one(String plain) {
        return SYNONYMS.getOrDefault(plain, plain);
    }

    private static String plain(String name) {
        String camel = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2");
        String bare = Normalizer.normalize(camel, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}@]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    private static Map<String, String> synonyms() {
        Map<String, String> all = new HashMap<>();
        add(all, TOKEN, "jeton", "idempotency_key");
        add(all, FORM, "form", "form_code", "code_formulaire");
        add(all, LANGUAGE, "language", "lang", "locale");
        add(all, CATEGORY, "category", "rubrique", "theme", "motif");
        add(all, SUBJECT, "subject", "sujet", "titre", "title");
        add(all, MESSAGE, "text", "texte", "body", "demande", "description", "contenu", "commentaire", "comment");
        add(
                all,
                CASE_FILE,
                "numero_de_dossier",
                "numero_dossier",
                "no_dossier",
                "case_file",
                "case_number",
                "reference");
        add(all, NAME, "name", "full_name", "nom_et_prenom", "nom_prenom", "prenom_nom", "prenom_et_nom");
        add(all, LAST_NAME, "last_name", "surname", "family_name", "nom_de_famille", "nom_usage", "nom_d_usage");
        add(all, FIRST_NAME, "first_name", "given_name", "prenoms");
        add(
                all,
                BIRTH_DATE,
                "birth_date",
                "birthdate",
                "date_of_birth",
                "date_de_naissance",
                "date_naissance",
                "ne_le");
        add(all, PHONE, "phone", "phone_number", "tel", "mobile", "portable", "numero_de_telephone");
        add(all, MAIL, "mail", "email", "e_mail", "adresse_mail", "adresse_electronique", "adresse_email");
        add(all, ADDRESS, "address", "adresse_postale", "rue", "street", "postal_address");
        add(all, POSTCODE, "postcode", "postal_code", "zip", "cp");
        add(all, TOWN, "ville", "city", "town");
        add(all, ENTRY, "entry");
        add(all, AT, "at", "date_heure");
        add(all, FILES, "files", "attachments", "pieces_jointes", "piece_jointe", "fichier", "attachment", "file");
        add(all, FOR_WHOM, "for_whom");
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<String, String> all, String canonical, String... others) {
        Arrays.stream(others).forEach(other -> all.put(other, canonical));
    }
}
