package fr.aubette.receive.form;

import fr.aubette.model.FormDraft;
import fr.aubette.model.Refused;

/** Says that a form cannot be taken as it is; nothing of it was kept, the sender is told why. */
final class FormRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient FormDraft draft;

    FormRefused(FormDraft draft) {
        super("a form was refused with status " + draft.status());
        this.draft = draft;
    }

    FormDraft draft() {
        return draft;
    }
}
