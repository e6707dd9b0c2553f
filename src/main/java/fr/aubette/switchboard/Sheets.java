package fr.aubette.switchboard;

import java.util.List;
import java.util.Optional;

/** Port: what to say about a motive, beside the form. It may change while the program runs. */
@FunctionalInterface
public interface Sheets {

    /** The sheet of a motive; empty when there is none. */
    Optional<Sheet> of(String motive);

    /**
     * What an operator needs to answer at once.
     *
     * @param say what to tell the citizen
     * @param pieces what the citizen must bring or send
     * @param link where the whole of it is; blank when nowhere
     */
    record Sheet(String say, List<String> pieces, String link) {

        public Sheet {
            pieces = List.copyOf(pieces);
        }
    }
}
