package fr.aubette.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one start tells all. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(Problem problem) {
        found.add(problem);
    }

    /**
     * Stops here if anything was wrong.
     *
     * @throws WrongConfiguration with every problem so far
     */
    void stopIfAny() {
        if (!found.isEmpty()) {
            throw new WrongConfiguration(found);
        }
    }
}
