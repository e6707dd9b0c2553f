package fr.aubette.receive.letter;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/**
 * The order in which files are taken: as they were written; those of one moment by their names, in which numbers count
 * as numbers. Some servers tell minutes only, and a copied folder has one time for all: {@code scan_9} then still comes
 * before {@code scan_10}.
 */
@Component("inOrder")
public final class InOrder implements Comparator<GenericFile<?>> {

    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(GenericFile<?> one, GenericFile<?> other) {
        int written = Long.compare(one.getLastModified(), other.getLastModified());
        return written != 0 ? written : byName(one.getFileName(), other.getFileName());
    }

    static int byName(String one, String other) {
        Matcher ones = RUN.matcher(one);
        Matcher others = RUN.matcher(other);
        while (ones.find() && others.find()) {
            int order = byRun(ones.group(), others.group());
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }

    private static int byRun(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String run) {
        return run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }
}
