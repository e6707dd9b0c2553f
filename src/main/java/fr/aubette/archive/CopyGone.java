package fr.aubette.archive;

import java.util.List;

/** The paper cannot go: the copy of some letters is missing, or is no longer what was scanned. */
public class CopyGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> numbers;

    public CopyGone(List<String> numbers) {
        super("copies of " + numbers.size() + " letters are gone");
        this.numbers = List.copyOf(numbers);
    }

    /** The tickets of these letters. */
    public List<String> numbers() {
        return numbers;
    }
}
