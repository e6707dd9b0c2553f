package fr.aubette.receive.form;

import fr.aubette.model.FormDraft.Problem;
import fr.aubette.model.IntakeId;
import java.util.List;

/**
 * What the sender of a form is told when it is safe; the same for the same form sent again.
 *
 * @param form the form's code
 * @param warnings what looked wrong and did not stop it
 */
public record FormReceipt(String form, IntakeId intake, List<Problem> warnings) {

    public FormReceipt {
        warnings = List.copyOf(warnings);
    }
}
