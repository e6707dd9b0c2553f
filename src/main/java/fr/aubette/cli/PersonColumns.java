package fr.aubette.cli;

import fr.aubette.identify.name.Letters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which columns of a table of persons hold what, by the words of its header or as told. */
final class PersonColumns {

    /** What a column may hold. */
    enum Kind {
        ID(
                "id",
                "citizen id",
                "contact id",
                "identifiant",
                "numero",
                "rec id",
                "record id",
                "matricule",
                "code",
                "uid"),
        LAST_NAME("last name", "lastname", "nom", "surname", "nom usage", "nom d usage", "family name", "nom famille"),
        BIRTH_NAME("birth name", "nom naissance", "nom de naissance", "nom jeune fille", "maiden name", "birthname"),
        FIRST_NAME("first name", "firstname", "prenom", "prenoms", "given name", "forename"),
        NAME("display name", "name", "full name", "nom complet", "nom prenom", "usager", "expediteur"),
        BIRTH_DATE("birth date", "birthdate", "date naissance", "date de naissance", "ne le", "dob", "date of birth"),
        PHONE("phone", "mobile", "landline", "telephone", "tel", "portable", "fixe", "cell"),
        MAIL("email", "mail", "courriel", "e mail", "adresse mail", "adresse electronique"),
        ADDRESS("address", "adresse", "street address", "voie", "adresse postale", "rue"),
        POSTCODE("postcode", "code postal", "cp", "zip", "zip code", "postal code"),
        TOWN("city", "town", "ville", "commune", "suburb"),
        SEX("sex", "sexe", "gender", "genre"),
        AT("at", "date", "received at", "recu le", "time", "timestamp", "horodatage"),
        CHANNEL("channel", "canal"),
        CASE_FILE(
                "case file",
                "dossier",
                "numero dossier",
                "numero de dossier",
                "n dossier",
                "no dossier",
                "num dossier",
                "reference dossier"),
        REFERENT("referent", "referente", "instructeur", "gestionnaire", "travailleur social"),
        SECTOR("sector", "secteur", "site", "territoire"),
        WITHHELD("protege", "dossier protege", "confidentiel", "confidentialite", "secret", "sensible", "protected");

        private final Set<String> words;

        Kind(String... words) {
            this.words = Set.of(words);
        }
    }

    /**
     * What the user has told of the columns.
     *
     * @param columns header, folded, to kind
     */
    record Mapping(Map<String, Kind> columns) {

        static final Mapping NONE = new Mapping(Map.of());

        /** Of lines such as {@code last_name=Nom marital}. */
        static Mapping of(List<String> lines) {
            Map<String, Kind> columns = new HashMap<>();
            for (String line : lines) {
                String each = line.strip();
                if (each.isEmpty() || each.startsWith("#")) {
                    continue;
                }
                int equals = each.indexOf('=');
                if (equals < 1) {
                    throw new WrongUsage(
                            "a column is told as kind=header, not '" + each + "'",
                            "une colonne se dit sorte=intitulé, pas « " + each + " »");
                }
                columns.put(
                        folded(each.substring(equals + 1)),
                        kind(each.substring(0, equals).strip()));
            }
            return new Mapping(columns);
        }

        private static Kind kind(String name) {
            for (Kind kind : Kind.values()) {
                if (kind.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(name.toLowerCase(Locale.ROOT).replace('-', '_'))) {
                    return kind;
                }
            }
            throw new WrongUsage(
                    "no kind of column is named '" + name + "'", "aucune sorte de colonne « " + name + " »");
        }
    }

    private final Map<Kind, List<Integer>> columns = new EnumMap<>(Kind.class);

    private boolean idTold = true;

    private PersonColumns() {}

    /** What the header tells; what is told goes first. */
    static PersonColumns of(List<String> header, Mapping mapping) {
        PersonColumns found = new PersonColumns();
        for (int i = 0; i < header.size(); i++) {
            String name = folded(header.get(i));
            Kind told = mapping.columns().get(name);
            for (Kind kind : Kind.values()) {
                if (told == kind || told == null && kind.words.contains(name)) {
                    found.columns.computeIfAbsent(kind, k -> new ArrayList<>()).add(i);
                }
            }
        }
        if (!found.columns.containsKey(Kind.ID)) {
            found.idTold = false;
            found.columns.put(Kind.ID, List.of(0));
        }
        return found;
    }

    static String folded(String header) {
        return Letters.fold(header.replace('_', ' ').replace('-', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " "));
    }

    /** Whether a column is the identifier by its name, not only by being the first. */
    boolean hasId() {
        return idTold;
    }

    /** The columns that are read, by their place. */
    Set<Integer> read() {
        Set<Integer> read = new HashSet<>();
        columns.values().forEach(read::addAll);
        return read;
    }

    /** Without the columns at these places. */
    PersonColumns without(Set<Integer> places) {
        PersonColumns left = new PersonColumns();
        left.idTold = idTold;
        columns.forEach((kind, all) -> {
            List<Integer> kept =
                    all.stream().filter(place -> !places.contains(place)).toList();
            if (!kept.isEmpty()) {
                left.columns.put(kind, kept);
            }
        });
        if (!left.columns.containsKey(Kind.ID)) {
            left.idTold = false;
        }
        return left;
    }

    String id(List<String> row) {
        return text(row, Kind.ID);
    }

    /** The first column of a kind that is filled; empty text when none is. */
    String text(List<String> row, Kind kind) {
        for (String each : texts(row, kind)) {
            return each;
        }
        return "";
    }

    /** Every filled column of a kind. */
    List<String> texts(List<String> row, Kind kind) {
        return columns.getOrDefault(kind, List.of()).stream()
                .map(row::get)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
