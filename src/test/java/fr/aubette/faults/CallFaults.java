package fr.aubette.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./aubette faults calls --minutes 5 --rate 300 --away 60}: 0 when no conversation was lost or doubled and the
 * memory stayed flat, 1 otherwise.
 */
final class CallFaults {

    /** What the heap may grow by over its warm size, in bytes: the calls that wait in memory are bounded. */
    static final long MOST_GROWTH = 48 << 20;

    private CallFaults() {}

    static int run(String[] args) throws IOException, InterruptedException {
        Duration lasting = Duration.ofSeconds(60 * Faults.option(args, "--minutes", 5));
        int rate = (int) Faults.option(args, "--rate", 300);
        Duration away = Duration.ofSeconds(Faults.option(args, "--away", 60));
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path folder = Files.createTempDirectory("aubette-calls");
        CallStorm.Found found;
        try (CallStorm storm = new CallStorm(folder, System.out)) {
            found = storm.run(lasting, rate, away);
        }
        System.out.printf(
                "%,d events a second; %,d conversations told, %,d taken, %,d contacts, %d in flight%n",
                found.events() / Math.max(1, lasting.toSeconds()),
                found.calls(),
                found.taken(),
                found.contacts(),
                found.inFlight());
        System.out.printf("The heap grew by at most %.1f MB%n", found.growth() / 1e6);
        boolean whole = found.taken() == found.calls() && found.contacts() == found.calls();
        if (!whole || found.growth() > MOST_GROWTH) {
            System.out.println(whole ? "The memory is not flat." : "Conversations were lost or doubled; see " + folder);
            return 1;
        }
        FileSystemUtils.deleteRecursively(folder);
        System.out.println("No conversation lost, none doubled, the memory is flat.");
        return 0;
    }
}
