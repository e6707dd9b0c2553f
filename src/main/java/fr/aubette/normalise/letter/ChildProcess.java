package fr.aubette.normalise.letter;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs child processes within bounds, and ends them for good. */
final class ChildProcess {

    /** How long the system may take to bury a killed process. */
    private static final int BURIAL_SECONDS = 5;

    /**
     * Address space that a reader of one page may take, in bytes: it needs some 700 MB for the largest page allowed.
     */
    private static final long MEMORY = 3L << 30;

    private static final Path LIMITER = Path.of("/usr/bin/prlimit");

    private static final Path NICE = Path.of("/usr/bin/nice");

    private ChildProcess() {}

    /** What to put before a command so that it gives way to the hub itself: so much nicer, nothing for 0. */
    static List<String> gently(int nice) {
        return nice > 0 && Files.isExecutable(NICE)
                ? List.of(NICE.toString(), "-n", Integer.toString(nice))
                : List.of();
    }

    /**
     * What to put before a command so that the system itself ends it: by its memory, and by its time even when this
     * program has been killed. Nothing where the system has no such program.
     */
    static List<String> limits(Duration time) {
        return Files.isExecutable(LIMITER)
                ? List.of(LIMITER.toString(), "--as=" + MEMORY, "--cpu=" + (time.toSeconds() + 1))
                : List.of();
    }

    /**
     * Runs a command that writes files and says nothing, and returns when it has ended or its time is over; it is gone
     * then, whatever it did.
     *
     * @throws IOException if it cannot be started
     */
    static void run(List<String> command, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            kill(process);
        }
    }

    /** Kills a process with all its descendants, these first: once it is gone they could no longer be found. */
    static void kill(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(BURIAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
