package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * A form that citizens fill in: a file of {@code config/forms}.
 *
 * @param code the file's name without its ending, used in addresses
 * @param title as citizens read it
 * @param intro above the fields
 * @param next what happens after it is sent, and by when
 * @param sections groups of fields, in order
 */
public record FormDefinition(String code, Words title, Words intro, Words next, List<Section> sections) {

    /** The same words in the two languages of citizens' pages. */
    public record Words(String fr, String en) {

        /** No words at all. */
        public static final Words NONE = new Words("", "");

        /** The English words for {@code en}, else the French ones. */
        public String in(String language) {
            return language.equals("en") ? en : fr;
        }
    }

    /** A group of fields under one title. */
    public record Section(Words title, List<Field> fields) {

        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One thing asked.
     *
     * @param name its one name, for example {@code courriel}
     * @param max longest text, in characters; a line end counts one
     * @param autocomplete the HTML autofill token that spares typing; blank for none
     * @param options what can be chosen, for a {@link Kind#SELECT} only
     */
    public record Field(
            String name,
            Kind kind,
            Need need,
            int max,
            Words label,
            Words help,
            String autocomplete,
            List<Option> options) {

        public Field {
            options = List.copyOf(options);
        }
    }

    /** One choice of a select. */
    public record Option(String value, Words label) {}

    /** What a field takes. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        EMAIL,
        TEL,
        DATE,
        SELECT,
        CHECKBOX,
        FILE
    }

    /** Whether a field may be left blank. */
    public enum Need {
        NO,
        YES,
        /** Yes, unless a file is joined that speaks for itself. */
        OR_FILE
    }

    public FormDefinition {
        sections = List.copyOf(sections);
    }

    /** Every field, in order. */
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<Field> field(String name) {
        return fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
