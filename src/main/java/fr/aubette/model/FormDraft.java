package fr.aubette.model;

import java.util.List;
import java.util.Map;

/**
 * A form that could not be taken as it is: what was typed, so that nobody types it twice, and what is wrong.
 *
 * @param form its code; may be of no form
 * @param status the HTTP status that says why
 * @param values what was typed, by field; empty when it could not be read
 * @param problems at least one
 */
public record FormDraft(String form, int status, Map<String, String> values, List<Problem> problems) {

    /**
     * What is wrong.
     *
     * @param field its name; blank when the whole is meant
     */
    public record Problem(String field, FormDefinition.Words words) {}

    public FormDraft {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }
}
