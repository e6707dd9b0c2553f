package fr.aubette.normalise.letter;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends child processes for good. */
final class ChildProcess {

    /** How long the system may take to bury a killed process. */
    private static final int BURIAL_SECONDS = 5;

    private ChildProcess() {}

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
