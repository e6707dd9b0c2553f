package fr.aubette.receive.form;

import fr.aubette.intake.IntakeUnavailable;
import java.util.Map;

/** The door was closed for a form that could be read: what was typed is given back. */
final class FormNotTaken extends IntakeUnavailable {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> values;

    FormNotTaken(IntakeUnavailable cause, Map<String, String> values) {
        super("a form could not be taken", cause);
        this.values = values;
    }

    Map<String, String> values() {
        return values;
    }
}
