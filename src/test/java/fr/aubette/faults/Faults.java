package fr.aubette.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./aubette faults --kills N --seed S --life MILLISECONDS}: 0 when nothing was lost and nothing doubled, 1
 * otherwise. {@code faults calls}: as {@link CallFaults} says.
 */
public final class Faults {

    private Faults() {}

    public static void main(String[] args) throws IOException, InterruptedException, JMSException {
        if (args.length > 0 && args[0].equals("calls")) {
            System.exit(CallFaults.run(args));
        }
        int kills = (int) option(args, "--kills", 50);
        int life = (int) option(args, "--life", Siege.LONGEST_LIFE_MILLIS);
        long seed = option(args, "--seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.out.printf("Killing the hub %d times, seed %d%n", kills, seed);
        Path folder = Files.createTempDirectory("aubette-faults");
        try (Siege siege = new Siege(folder, kills, life, Load.FAST_MILLIS, seed, System.out)) {
            Books books = siege.run();
            Verdict verdict = Verdict.of(siege.ledger().entries(), books);
            System.out.println();
            System.out.print(verdict.table());
            System.out.printf("outcomes %s, seed %d%n", books.outcomes(), seed);
            if (!verdict.clean()) {
                System.out.printf(
                        "%d violations; all is kept in %s%n",
                        verdict.violations().size(), siege.folder());
                siege.close();
                System.exit(1);
            }
            siege.close();
            FileSystemUtils.deleteRecursively(siege.folder());
            System.out.println("Nothing lost, nothing doubled, the equation holds.");
        }
        System.exit(0);
    }

    static long option(String[] args, String name, long otherwise) {
        List<String> words = Arrays.asList(args);
        int place = words.indexOf(name);
        if (place < 0) {
            return otherwise;
        }
        if (place + 1 >= words.size()) {
            throw new IllegalArgumentException(name + " needs a number");
        }
        return Long.parseLong(words.get(place + 1));
    }
}
