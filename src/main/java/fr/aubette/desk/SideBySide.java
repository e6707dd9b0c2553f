package fr.aubette.desk;

import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Clue;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sign;
import fr.aubette.model.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What somebody said beside what is known of some citizens, field by field: what agrees, what differs, how much it
 * weighs.
 */
@Component
class SideBySide {

    private static final Map<Sign.Field, String> FACT = Map.of(
            Sign.Field.SURNAME, "surname",
            Sign.Field.FIRST, "first-name",
            Sign.Field.SEX, "sex",
            Sign.Field.BIRTH, "birth-date",
            Sign.Field.PHONE, "phone",
            Sign.Field.MAIL, "mail",
            Sign.Field.PLACE, "address");

    private final Words words;

    SideBySide(Words words) {
        this.words = words;
    }

    /**
     * One line for each field of which something is said or known.
     *
     * @param citizens in the order of the columns
     */
    List<Row> rows(Person said, List<Candidate> citizens) {
        return Arrays.stream(Sign.Field.values())
                .map(field -> new Row(
                        field.name().toLowerCase(Locale.ROOT),
                        said(field, said),
                        citizens.stream().map(each -> cell(field, each)).toList()))
                .filter(row -> !row.said().isBlank()
                        || row.cells().stream().anyMatch(cell -> !cell.value().isBlank()))
                .toList();
    }

    private Cell cell(Sign.Field field, Candidate citizen) {
        Optional<Clue> clue = citizen.clues().stream()
                .filter(each -> each.sign().field() == field)
                .findFirst();
        return new Cell(
                known(field, citizen.profile()),
                clue.map(each -> each.sign().name()).orElse(""),
                clue.map(Clue::bits).orElse(0.0));
    }

    private String known(Sign.Field field, Profile citizen) {
        return KnownText.facts(citizen).stream()
                .filter(fact -> fact.kind().equals(FACT.get(field)))
                .map(fact -> words.fact(fact.kind(), fact.value()))
                .collect(Collectors.joining(", "));
    }

    private String said(Sign.Field field, Person person) {
        return switch (field) {
            case SURNAME -> person.lastName().or(person::name).orElse("");
            case FIRST -> person.firstName().orElse("");
            case SEX -> "";
            case BIRTH ->
                person.birthDate()
                        .map(LocalDate::toString)
                        .map(day -> words.fact("birth-date", day))
                        .orElse("");
            case PHONE -> person.phones().stream().map(Words::phone).collect(Collectors.joining(", "));
            case MAIL -> String.join(", ", person.mails());
            case PLACE -> person.address().orElse("");
        };
    }

    /**
     * A field.
     *
     * @param field in lower case
     */
    public record Row(String field, String said, List<Cell> cells) {}

    /**
     * A field of one citizen.
     *
     * @param sign how it compares; empty when one of both is unknown
     * @param bits its weight: each more doubles the odds
     */
    public record Cell(String value, String sign, double bits) {

        /** {@code for}, {@code against} or empty when it says next to nothing. */
        public String side() {
            return bits > 0.5 ? "for" : bits < -0.5 ? "against" : "";
        }

        /** With its sign and one decimal, in the reader's manner. */
        public String weight() {
            return sign.isEmpty()
                    ? ""
                    : String.format(org.springframework.context.i18n.LocaleContextHolder.getLocale(), "%+.1f", bits);
        }
    }

    /**
     * A citizen's column.
     *
     * @param id the record asked about
     * @param key what to press
     * @param percent probability, 0 to 100
     */
    public record Column(UUID id, Citizens.Found citizen, int key, int percent) {}
}
