package fr.aubette.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it costs to have a hub: time until it is ready, memory of its process alone. */
public final class StartCost {

    private static final double KIB_PER_MIB = 1024;

    private StartCost() {}

    /** Starts a hub twice in this folder, the second time with its PostgreSQL in place, and prints the second. */
    public static void measure(Path folder, PrintStream out) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (int time = 1; time <= 2; time++) {
            try (HubProcess hub = new HubProcess(folder).embedded()) {
                long start = System.nanoTime();
                hub.start();
                hub.awaitReady();
                double seconds = (System.nanoTime() - start) / 1e9;
                out.printf(
                        "start %d (classes on the class path, no archive): ready after %.1f s, resident %.0f MiB%n",
                        time, seconds, hub.residentKib() / KIB_PER_MIB);
            }
        }
    }
}
