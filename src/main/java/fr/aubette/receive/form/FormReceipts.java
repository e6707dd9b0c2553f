package fr.aubette.receive.form;

import fr.aubette.intake.Taken;
import org.springframework.stereotype.Component;

/** Makes the answer of what was taken. */
@Component("formReceipts")
public class FormReceipts {

    /** The answer; it does not say whether the form came for the first time. */
    public FormReceipt receipt(FormEntry entry, Taken taken) {
        return new FormReceipt(entry.form(), taken.id(), entry.warnings());
    }
}
