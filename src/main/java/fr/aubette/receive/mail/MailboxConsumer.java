package fr.aubette.receive.mail;

import fr.aubette.receive.SourceConsumer;
import fr.aubette.receive.SourceEndpoint;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mailbox while its route runs, in one thread over one connection: takes what is new, then waits until the
 * server tells of more. A lost connection is made anew after a pause that grows.
 */
final class MailboxConsumer extends SourceConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);

    /** Longest wait for a server's word: a line that died in silence is found out within this and an answer's time. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(25);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** Two looks are never closer, however much a server has to tell. */
    private static final Duration BREATH = Duration.ofMillis(50);
    /** How long a stop waits for the mail in hand. */
    private static final long STOP_MILLIS = 3_000;

    private final MailboxComponent component;
    private final MailboxSettings settings;
    private volatile @Nullable Life life;

    MailboxConsumer(
            SourceEndpoint endpoint, Processor processor, MailboxComponent component, MailboxSettings settings) {
        super(endpoint, processor);
        this.component = component;
        this.settings = settings;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Life begun = new Life(component.credentials(settings));
        life = begun;
        begun.thread.start();
    }

    @Override
    protected void doStop() throws Exception {
        Life ending = life;
        if (ending != null) {
            ending.end();
        }
        super.doStop();
    }

    /** Whether the route made the mail safe. */
    private boolean handOver(FetchedMail mail) {
        Optional<Throwable> failure = offer(mail);
        failure.ifPresent(why -> {
            LOG.warn("Mailbox {}: a mail was not taken: {}", settings.name(), why.getMessage());
            component.tell(watch -> watch.failed(
                    getRoute().getRouteId(),
                    "a mail was not taken: " + why.getClass().getSimpleName()));
        });
        return failure.isEmpty();
    }

    /** From one start of the route to its stop. */
    private final class Life implements Runnable {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread = new Thread(this, "mailbox-" + settings.name());
        private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "mailbox-" + settings.name() + "-alarm");
            daemon.setDaemon(true);
            return daemon;
        });
        private final Credentials credentials;
        private final MailboxReader reader;
        private volatile @Nullable MailboxConnection connection;

        Life(Credentials credentials) {
            this.credentials = credentials;
            this.reader = new MailboxReader(
                    settings, component.marks(), this::take, this::goesOn, component.clock(), component.scratch());
            thread.setDaemon(true);
        }

        private boolean goesOn() {
            return ended.getCount() > 0;
        }

        private boolean take(FetchedMail mail) {
            boolean safe = handOver(mail);
            if (safe) {
                answered();
            }
            return safe;
        }

        private void answered() {
            Optional<String> remark = reader.remark();
            component.tell(watch -> watch.answered(getRoute().getRouteId(), remark));
        }

        @Override
        public void run() {
            Duration pause = FIRST_PAUSE;
            while (goesOn()) {
                boolean read = readWhileItLasts();
                Duration longer = pause.multipliedBy(2);
                pause = read ? FIRST_PAUSE : longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                rest(pause);
            }
            alarm.shutdownNow();
        }

        /** Reads over one connection; true when it served at all. */
        private boolean readWhileItLasts() {
            boolean served = false;
            try (MailboxConnection mailbox = MailboxConnection.open(settings, credentials)) {
                connection = mailbox;
                mailbox.onArrival(() -> soon(mailbox, Duration.ZERO));
                while (goesOn()) {
                    MailboxReader.Look look = reader.look(mailbox);
                    served = true;
                    if (look.waiting() == 0 || look.taken() > 0) {
                        answered();
                    }
                    await(mailbox, look);
                }
            } catch (MailboxTrouble | MessagingException | RuntimeException e) {
                failed(e);
            } finally {
                connection = null;
            }
            return served;
        }

        private void failed(Exception failure) {
            if (goesOn()) {
                String reason = MailboxTrouble.of(settings, failure).getMessage();
                LOG.warn("Mailbox {}: {}", settings.name(), reason);
                LOG.debug("Mailbox {}", settings.name(), failure);
                component.tell(watch -> watch.failed(getRoute().getRouteId(), String.valueOf(reason)));
            }
        }

        private void await(MailboxConnection mailbox, MailboxReader.Look look) throws MessagingException {
            if (!mailbox.tells()) {
                rest(settings.delay());
                return;
            }
            rest(BREATH);
            boolean soon = look.waiting() > 0 && settings.delay().compareTo(LONGEST_IDLE) < 0;
            Future<?> alarmed = soon(mailbox, soon ? settings.delay() : LONGEST_IDLE);
            if (goesOn()) {
                mailbox.idle();
            }
            alarmed.cancel(false);
        }

        /** Ends an idle wait after this time; another end of it costs a round trip and no more. */
        private Future<?> soon(MailboxConnection mailbox, Duration after) {
            return alarm.schedule(mailbox::wake, after.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void rest(Duration time) {
            try {
                ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                ended.countDown();
            }
        }

        void end() throws InterruptedException {
            ended.countDown();
            MailboxConnection open = connection;
            if (open != null) {
                soon(open, Duration.ZERO);
            }
            thread.join(STOP_MILLIS);
            thread.interrupt();
        }
    }
}
