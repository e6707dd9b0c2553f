package fr.aubette.faults;

import fr.aubette.hub.Ports;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One run: load, kill, start again, settle, count. */
final class Siege implements AutoCloseable {

    /** After so many kills of the hub comes one of its PostgreSQL alone. */
    private static final int POSTGRES_EVERY = 3;

    /** One kill in so many comes while the hub is still starting. */
    private static final int WHILE_STARTING = 5;

    /** Long enough for every source to be read again between two kills. */
    static final int LONGEST_LIFE_MILLIS = 12_000;

    private static final int LONGEST_START_MILLIS = 6000;
    /** So little that the queues, which nobody reads, soon wait on disk: a kill then meets more ways to lose. */
    private static final String QUEUE_MEMORY = "256KB";
    /** So much that mailboxes and folders are read in every life, however far the doors' load is ahead of the hub. */
    private static final int IN_FLIGHT = 1_000_000;

    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(10);

    private final int kills;
    private final int life;
    private final long rest;
    private final long seed;
    private final PrintStream out;
    private final Random random;
    private final Path folder;
    private final HubProcess hub;
    private final Ledger ledger;

    Siege(Path folder, int kills, int life, long rest, long seed, PrintStream out) throws IOException {
        this.life = life;
        this.kills = kills;
        this.rest = rest;
        this.seed = seed;
        this.out = out;
        this.random = new Random(seed);
        this.folder = folder;
        this.hub = new HubProcess(folder)
                .embedded()
                .set("aubette.embedded.queue-memory", QUEUE_MEMORY)
                .set("aubette.stream.max-in-flight", IN_FLIGHT)
                .set("aubette.faults.door-port", Ports.free());
        this.ledger = new Ledger(folder.resolve("ledger"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
    }

    HubProcess hub() {
        return hub;
    }

    Path folder() {
        return folder;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The hub runs when this returns. */
    Books run() throws IOException, InterruptedException, JMSException {
        List<Feeder> feeders = feeders();
        hub.start();
        hub.awaitReady();
        Load load = new Load(feeders, ledger, seed, rest);
        load.start();
        for (int kill = 1; kill <= kills; kill++) {
            killOnce(kill);
        }
        TimeUnit.MILLISECONDS.sleep(life / 2);
        load.finish();
        BooksReader reader = new BooksReader(hub);
        settle(reader);
        return reader.read();
    }

    /** One source for each channel, outside the hub, and the hub's configuration for them. */
    private List<Feeder> feeders() throws IOException {
        int imap = Ports.free();
        int ami = Ports.free();
        Path drop = folder.resolve("drop");
        Path channels = folder.resolve("channels.yaml");
        Files.writeString(channels, """
                channels:
                  portail: {kind: form}
                  accueil: {kind: counter}
                  contact: {kind: mail, protocol: imap, host: 127.0.0.1, port: "%d", user: %s, password: %s, delay: 500ms}
                  courrier: {kind: letter, folder: %s, site: Test}
                  standard: {kind: phone, host: 127.0.0.1, port: "%d", user: %s, password: %s, journal: %s}
                """.formatted(
                        imap,
                        MailFeeder.USER,
                        MailFeeder.USER,
                        drop,
                        ami,
                        PhoneFeeder.USER,
                        PhoneFeeder.USER,
                        folder.resolve("journal")));
        hub.set("aubette.channels-file", channels).set("aubette.access.first-administrator-sees-all", true);
        return List.of(
                new DoorFeeder("door", hub.port("aubette.faults.door-port")),
                new FormFeeder(hub.httpPort()),
                new CounterFeeder(hub),
                new MailFeeder(imap),
                new LetterFeeder(drop),
                new PhoneFeeder(ami, hub));
    }

    private void killOnce(int number) throws IOException, InterruptedException {
        if (number % POSTGRES_EVERY == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(life));
            out.printf("%3d/%d  PostgreSQL killed alone: %s%n", number, kills, hub.killPostgres() ? "yes" : "none ran");
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(life));
        hub.kill();
        hub.start();
        if (random.nextInt(WHILE_STARTING) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START_MILLIS));
            hub.kill();
            hub.start();
        }
        long started = System.nanoTime();
        hub.awaitReady();
        out.printf(
                "%3d/%d  hub killed, ready again after %.1f s, %d items offered%n",
                number,
                kills,
                (System.nanoTime() - started) / 1e9,
                ledger.entries().size());
    }

    private static void settle(BooksReader reader) throws InterruptedException {
        long limit = System.nanoTime() + SETTLE_LIMIT.toNanos();
        while (!reader.settled() && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void abandon() {
        try {
            hub.kill();
            hub.killPostgres();
        } catch (IOException | InterruptedException e) {
            out.println("something of the hub may be left in " + folder);
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        ledger.close();
    }
}
