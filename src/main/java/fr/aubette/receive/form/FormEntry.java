package fr.aubette.receive.form;

import fr.aubette.model.Content;
import fr.aubette.model.FormDraft.Problem;
import fr.aubette.typed.Typed;
import java.util.List;

/**
 * A posted form that could be read.
 *
 * @param form its code; may be of no form until checked
 * @param language {@code fr} or {@code en}
 * @param token tells it from all others of its source
 * @param page whether a page posted it, so that a person can still correct it
 * @param typed what it says
 * @param json what is kept: a program's bytes as received, or a page's fields and files as JSON
 * @param warnings what looks wrong but does not stop it
 */
public record FormEntry(
        String form, String language, String token, boolean page, Typed typed, Content json, List<Problem> warnings) {

    public FormEntry {
        warnings = List.copyOf(warnings);
    }

    FormEntry warned(List<Problem> found) {
        return new FormEntry(form, language, token, page, typed, json, found);
    }
}
