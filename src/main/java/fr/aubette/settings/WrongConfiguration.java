package fr.aubette.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The files of {@code config/} cannot be used; every problem of every file is named at once. */
public class WrongConfiguration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Kept as text so that the exception stays serialisable. */
    private final List<String> lines;

    public WrongConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        lines = problems.stream().map(Problem::toString).toList();
    }

    /** One line a problem, in the order of the files. */
    public List<String> lines() {
        return lines;
    }
}
