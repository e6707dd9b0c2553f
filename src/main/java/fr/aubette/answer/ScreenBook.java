package fr.aubette.answer;

import fr.aubette.model.IntakeId;
import java.util.List;
import java.util.Optional;

/** Port: the requests that were made of an intake, without those of the restricted way. */
@FunctionalInterface
public interface ScreenBook {

    /** By number. */
    List<Registered> registered(IntakeId intake);

    /**
     * A request.
     *
     * @param acknowledgement the last that was made and not taken back
     */
    record Registered(String number, Optional<AnswerId> acknowledgement) {}
}
