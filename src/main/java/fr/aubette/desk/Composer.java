package fr.aubette.desk;

import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerBook.Late;
import fr.aubette.answer.Template;
import fr.aubette.answer.Variable;
import java.util.List;

/**
 * What the page needs to let an agent write.
 *
 * @param draft hers, or what a new one would begin with
 * @param kept whether the draft is in the store
 * @param templates those that fit the ticket
 * @param fields the variables of the draft's text, with what she gave
 * @param addresses from which the citizen wrote
 * @param colleagues drafts of others on the same ticket
 * @param late texts that another page of hers sent too late
 * @param postal where a letter would go, as the window shows it
 * @param leaves whether a mailbox would carry it, or it is a letter
 * @param needs posts whose visa it needs, as citizens read them, and whether it is signed
 * @param refusal what was said when it was last refused; blank for nothing
 */
record Composer(
        Answer draft,
        boolean kept,
        List<Template> templates,
        List<Field> fields,
        List<String> addresses,
        List<Answer> colleagues,
        List<Late> late,
        String postal,
        boolean leaves,
        Needs needs,
        String refusal) {

    /** A variable and what was given for it. */
    record Field(Variable variable, String value) {}

    /** What must happen before it leaves. */
    record Needs(List<String> visas, boolean signature) {}
}
