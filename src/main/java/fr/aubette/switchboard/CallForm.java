package fr.aubette.switchboard;

import java.time.Instant;
import java.util.Optional;

/**
 * What an agent writes of a call.
 *
 * @param login whose form
 * @param openedAt when she answered
 * @param number the citizen's, in E.164 form; empty when withheld
 * @param dialled the number that the citizen dialled; empty for a call of ours
 * @param queue that it waited in last
 * @param outgoing whether we placed the call
 * @param said what she has written so far
 * @param overAt when the call was over
 * @param doneAt when she finished the form
 */
public record CallForm(
        CallKey call,
        String login,
        Instant openedAt,
        Optional<String> number,
        String dialled,
        Optional<String> queue,
        boolean outgoing,
        Said said,
        Optional<Instant> overAt,
        Optional<Instant> doneAt) {

    /** Longest note, in characters: the bound of {@code call_form.note}. */
    public static final int MAX_NOTE = 10_000;

    /** Longest number of a case file, in characters: the bound of {@code call_form.case_file}. */
    public static final int MAX_CASE_FILE = 40;

    /**
     * What an agent writes.
     *
     * @param motive code; blank when left as it will be found
     * @param note blank when there is nothing to add
     * @param ticket number of the open ticket that the call is about; blank for one of its own
     * @param caseFile number of the case file that the call is about, as she heard it; blank when none was told
     * @param settled whether the call was answered at first level and nothing more is owed
     */
    public record Said(String motive, String note, String ticket, String caseFile, boolean settled) {

        /** Nothing yet, but what the call is probably about. */
        static Said about(String motive) {
            return new Said(motive, "", "", "", false);
        }

        public Said {
            note = note.replace("\0", "").strip();
            if (note.length() > MAX_NOTE) {
                note = note.substring(0, MAX_NOTE);
            }
            caseFile = caseFile.replace("\0", "").strip();
            if (caseFile.length() > MAX_CASE_FILE) {
                caseFile = caseFile.substring(0, MAX_CASE_FILE);
            }
        }
    }
}
