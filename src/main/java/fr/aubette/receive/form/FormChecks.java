package fr.aubette.receive.form;

import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDefinition.Field;
import fr.aubette.model.FormDefinition.Kind;
import fr.aubette.model.FormDefinition.Need;
import fr.aubette.model.FormDefinition.Words;
import fr.aubette.model.FormDefinitions;
import fr.aubette.model.FormDraft;
import fr.aubette.model.FormDraft.Problem;
import fr.aubette.typed.Names;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedDates;
import fr.aubette.typed.TypedMails;
import fr.aubette.typed.TypedPhones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Holds a form against its description. What is missing or too long is refused always. A mail, number or date that
 * cannot be is refused on a page, where the citizen can correct it; from a program, whose citizen has gone, it is taken
 * with a warning.
 */
@Component("formChecks")
public class FormChecks {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Words UNKNOWN = new Words("Ce formulaire n'existe pas.", "There is no such form.");

    private final FormDefinitions forms;
    private final Clock clock;

    FormChecks(FormDefinitions forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * The entry, with its warnings.
     *
     * @throws FormRefused if the form does not exist, or the entry does not fit it
     */
    public FormEntry check(FormEntry entry) {
        FormDefinition form =
                forms.form(entry.form()).orElseThrow(() -> refused(entry, 404, List.of(new Problem("", UNKNOWN))));
        List<Problem> stopping = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (Field field : form.fields()) {
            missingOrTooLong(field, entry.typed()).ifPresent(words -> stopping.add(new Problem(field.name(), words)));
            illFormed(field, entry.typed())
                    .ifPresent(words -> (entry.page() ? stopping : warnings).add(new Problem(field.name(), words)));
        }
        if (!stopping.isEmpty()) {
            throw refused(entry, 422, stopping);
        }
        return entry.warned(warnings);
    }

    private static FormRefused refused(FormEntry entry, int status, List<Problem> problems) {
        return new FormRefused(new FormDraft(entry.form(), status, values(entry), problems));
    }

    static Map<String, String> values(FormEntry entry) {
        Map<String, String> values = new LinkedHashMap<>(entry.typed().fields());
        values.put(Names.TOKEN, entry.token());
        return values;
    }

    private static Optional<Words> missingOrTooLong(Field field, Typed typed) {
        Optional<String> text = text(field, typed);
        if (text.isEmpty() && missing(field, typed)) {
            return Optional.of(missingWords(field));
        }
        int length = text.map(t -> t.replace("\r\n", "\n"))
                .map(t -> t.codePointCount(0, t.length()))
                .orElse(0);
        if (field.kind() != Kind.FILE && length > field.max()) {
            return Optional.of(new Words(
                    "« " + field.label().fr() + " » : " + length + " caractères, " + field.max() + " au plus.",
                    "“" + field.label().en() + "”: " + length + " characters, at most " + field.max() + "."));
        }
        return Optional.empty();
    }

    /** A whole name fills in a form that asks for its parts. */
    private static Optional<String> text(Field field, Typed typed) {
        return typed.get(field.name())
                .or(() -> field.name().equals(Names.LAST_NAME) ? typed.get(Names.NAME) : Optional.empty());
    }

    private static boolean missing(Field field, Typed typed) {
        boolean needed = field.need() == Need.YES
                || (field.need() == Need.OR_FILE && typed.files().isEmpty());
        return needed && (field.kind() != Kind.FILE || typed.files().isEmpty());
    }

    private static Words missingWords(Field field) {
        return switch (field.kind()) {
            case SELECT ->
                new Words(
                        "Choisissez « " + field.label().fr() + " ».",
                        "Choose “" + field.label().en() + "”.");
            case CHECKBOX ->
                new Words(
                        "Cochez « " + field.label().fr() + " ».",
                        "Tick “" + field.label().en() + "”.");
            default ->
                new Words(
                        "Remplissez « " + field.label().fr() + " ».",
                        "Fill in “" + field.label().en() + "”.");
        };
    }

    private Optional<Words> illFormed(Field field, Typed typed) {
        String text = typed.get(field.name()).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case EMAIL ->
                when(
                        TypedMails.addresses(text).isEmpty(),
                        "une adresse comme nom@example.org",
                        "an address like name@example.org",
                        field);
            case TEL ->
                when(
                        TypedPhones.numbers(text).isEmpty(),
                        "un numéro comme 06 39 98 01 02",
                        "a number like 06 39 98 01 02",
                        field);
            case DATE -> when(date(text).isEmpty(), "une date comme 19/08/1942", "a date like 19/08/1942", field);
            case SELECT ->
                when(
                        field.options().stream().noneMatch(o -> o.value().equals(text)),
                        "un choix de la liste",
                        "a choice of the list",
                        field);
            case TEXT, TEXTAREA, CHECKBOX, FILE -> Optional.empty();
        };
    }

    private Optional<LocalDate> date(String text) {
        return TypedDates.birth(text, LocalDate.ofInstant(clock.instant(), FRANCE));
    }

    private static Optional<Words> when(boolean wrong, String french, String english, Field field) {
        return wrong
                ? Optional.of(new Words(
                        "« " + field.label().fr() + " » attend " + french + ".",
                        "“" + field.label().en() + "” expects " + english + "."))
                : Optional.empty();
    }
}
