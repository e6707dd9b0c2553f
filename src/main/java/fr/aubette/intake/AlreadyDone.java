package fr.aubette.intake;

import fr.aubette.model.IntakeId;

/** Says that an intake met again has its outcome: there is nothing left to do, and nothing is wrong. */
public class AlreadyDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadyDone(IntakeId id) {
        super("intake " + id + " has its outcome", null, false, false);
    }
}
