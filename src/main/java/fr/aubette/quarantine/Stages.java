package fr.aubette.quarantine;

import java.util.Arrays;
import java.util.List;

/** Finds out where a journey failed: the error handler only knows which route gave up. */
public final class Stages {

    private static final String OURS = "fr.aubette.";

    /** Packages that every stage calls: a failure inside them is the caller's. */
    private static final List<String> SHARED = List.of("model", "typed", "ami", "store", "stream", "outbox");

    private Stages() {}

    /** The stage's package, for example {@code normalise}; {@code stream} when no stage was under way. */
    public static String of(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(OURS))
                .map(name -> name.substring(OURS.length()).split("[.]", 2)[0])
                .filter(stage -> !SHARED.contains(stage))
                .findFirst()
                .orElse("stream");
    }
}
