package fr.aubette.receive.mail;

import fr.aubette.receive.mail.MailboxSettings.Afterwards;
import fr.aubette.receive.mail.Marks.Mark;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is new in a folder, over any number of connections.
 *
 * <p>New is what nobody has opened, and whatever lies above the mark of the last reading, opened or not: a mail that an
 * agent looks at before the hub does is not lost. A mail taken twice is one intake, so it is always safe to read more.
 */
final class MailboxReader {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

    /** Mails whose sizes are asked for at once. */
    private static final int FORESEEN = 100;
    /** The door is shut, not this one mail unlucky, when so many in a row were not taken. */
    private static final int REFUSED_IN_A_ROW = 3;
    /**
     * How much earlier than the last look one reads again when a folder was renumbered: clocks and calendars differ.
     */
    private static final Duration MARGIN = Duration.ofDays(2);
    /** A mark that only says "looked again" is not worth a write more often. */
    private static final Duration MARKED_ANEW = Duration.ofHours(1);

    private final MailboxSettings settings;
    private final Marks marks;
    private final Door door;
    private final BooleanSupplier goesOn;
    private final Clock clock;
    private final Path scratch;
    private final Suspects suspects = new Suspects();
    private final Map<Long, Boolean> done = new Remembered<>();
    private long uidValidity = -1;
    private int notDisposed;

    /** Where a fetched mail goes. */
    @FunctionalInterface
    interface Door {

        /** Whether it is safe now. */
        boolean taken(FetchedMail mail);
    }

    /**
     * What one look into the folder gave.
     *
     * @param taken mails that are safe since
     * @param waiting mails that were not, and are offered again soon
     */
    record Look(int taken, int waiting) {}

    MailboxReader(MailboxSettings settings, Marks marks, Door door, BooleanSupplier goesOn, Clock clock, Path scratch) {
        this.settings = settings;
        this.marks = marks;
        this.door = door;
        this.goesOn = goesOn;
        this.clock = clock;
        this.scratch = scratch;
    }

    /**
     * Takes all that is new.
     *
     * @throws MessagingException if the connection was lost; nothing else is
     */
    Look look(MailboxConnection mailbox) throws MessagingException {
        Instant now = clock.instant();
        Optional<Mark> before = marks.find(settings.name(), settings.place());
        Mark mark = begin(mailbox, before, now);
        SortedMap<Long, Message> found = found(mailbox, before, mark);
        long highest = found.isEmpty() ? mark.lastUid() : Math.max(mark.lastUid(), found.lastKey());
        found.keySet().removeAll(done.keySet());
        List<Map.Entry<Long, Message>> inTurn = inTurn(found, now);
        int taken = 0;
        int refused = 0;
        for (int at = 0; at < inTurn.size() && refused < REFUSED_IN_A_ROW && goesOn.getAsBoolean(); at++) {
            if (at % FORESEEN == 0) {
                mailbox.foresee(inTurn.subList(at, Math.min(at + FORESEEN, inTurn.size())).stream()
                        .map(Map.Entry::getValue)
                        .toList());
            }
            boolean safe = take(mailbox, inTurn.get(at).getKey(), inTurn.get(at).getValue());
            refused = safe ? 0 : refused + 1;
            taken += safe ? 1 : 0;
        }
        found.keySet().removeIf(uid -> done.containsKey(uid) || suspects.givenUp(uid));
        save(before, mark, found.isEmpty() ? highest : Math.min(highest, found.firstKey() - 1), now);
        return new Look(taken, found.size());
    }

    /** What an administrator should know. */
    Optional<String> remark() {
        Optional<String> unfetched = suspects.told(settings.folder());
        return notDisposed == 0
                ? unfetched
                : Optional.of(unfetched.map(told -> told + "; ").orElse("") + notDisposed
                        + " taken mail(s) could not be marked seen or moved");
    }

    /** The mark to read from: none of a renumbered folder's counts any more. */
    private Mark begin(MailboxConnection mailbox, Optional<Mark> before, Instant now) throws MessagingException {
        long present = mailbox.uidValidity();
        if (present != uidValidity) {
            uidValidity = present;
            done.clear();
            suspects.clear();
        }
        if (before.isPresent() && before.get().uidValidity() == present) {
            return before.get();
        }
        before.ifPresent(old -> LOG.warn(
                "Mailbox {}: the server has renumbered {} ({} to {}), it is read again; what was taken is known by its bytes",
                settings.name(),
                settings.folder(),
                old.uidValidity(),
                present));
        long from = settings.afterwards() == Afterwards.LEAVE ? 0 : mailbox.nextUid() - 1;
        return new Mark(present, from, now);
    }

    private SortedMap<Long, Message> found(MailboxConnection mailbox, Optional<Mark> before, Mark mark)
            throws MessagingException {
        SortedMap<Long, Message> found = new TreeMap<>(mailbox.above(mark.lastUid()));
        if (settings.afterwards() != Afterwards.LEAVE) {
            found.putAll(mailbox.unseen());
            boolean renumbered = before.isPresent() && before.get().uidValidity() != mark.uidValidity();
            if (renumbered) {
                found.putAll(mailbox.arrivedSince(before.get().lookedAt().minus(MARGIN)));
            }
        }
        return found;
    }

    /** Oldest first; those that failed before go last, and rest for a while. */
    private List<Map.Entry<Long, Message>> inTurn(SortedMap<Long, Message> found, Instant now) {
        List<Map.Entry<Long, Message>> turn = new ArrayList<>(new LinkedHashMap<>(found).entrySet());
        turn.removeIf(each -> suspects.rests(each.getKey(), now));
        turn.sort(Comparator.comparing(each -> suspects.isOne(each.getKey())));
        return turn;
    }

    private boolean take(MailboxConnection mailbox, long uid, Message mail) throws MessagingException {
        if (arrivedAt(mail).filter(settings.since()::isAfter).isPresent()) {
            done.put(uid, true);
            return true;
        }
        try (FetchedMail fetched = fetch(mailbox, uid, mail)) {
            if (!door.taken(fetched)) {
                return false;
            }
        } catch (Gone gone) {
            done.put(uid, true);
            return true;
        } catch (NotFetched failed) {
            return giveUp(uid, mail, failed);
        }
        suspects.clear(uid);
        dispose(mailbox, mail);
        done.put(uid, true);
        return true;
    }

    /** A server that refuses to mark one mail must not keep the hub from the others; a lost line ends the look. */
    private void dispose(MailboxConnection mailbox, Message mail) throws MessagingException {
        try {
            mailbox.dispose(mail);
        } catch (MessagingException failed) {
            if (!mailbox.isOpen()) {
                throw failed;
            }
            if (!mailbox.vanished(mail)) {
                notDisposed++;
                LOG.warn(
                        "Mailbox {}: a taken mail could not be marked or moved: {}",
                        settings.name(),
                        failed.getClass().getSimpleName());
            }
        }
    }

    private FetchedMail fetch(MailboxConnection mailbox, long uid, Message mail) throws Gone, NotFetched {
        mailbox.peek(mail);
        try {
            return fetched(uid, mail, Optional.of(MailBytes.of(mail, settings.maxSize(), scratch)), "");
        } catch (MessagingException | IOException | RuntimeException failed) {
            boolean lost = !mailbox.isOpen();
            try {
                if (!lost && mailbox.vanished(mail)) {
                    throw new Gone();
                }
            } catch (MessagingException e) {
                lost = true;
            }
            throw new NotFetched(failed, lost);
        }
    }

    /** Counts the failure; at the last one a person is told by an intake without content. */
    private boolean giveUp(long uid, Message mail, NotFetched failed) throws MessagingException {
        String reason = failed.reason;
        LOG.warn("Mailbox {}: the mail of UID {} could not be fetched: {}", settings.name(), uid, reason);
        if (suspects.failed(uid, reason, clock.instant())) {
            boolean told;
            try (FetchedMail nothing = fetched(uid, mail, Optional.empty(), reason)) {
                told = door.taken(nothing);
            }
            if (!told) {
                suspects.notTold(uid);
            }
        }
        if (failed.lost) {
            throw new FolderClosedException(mail.getFolder(), "lost while a mail was fetched");
        }
        return true;
    }

    private FetchedMail fetched(long uid, Message mail, Optional<MailBytes> bytes, String failure) {
        return new FetchedMail(
                settings.place(), settings.folder(), uidValidity + "." + uid, arrivedAt(mail), bytes, failure);
    }

    /** When the server took it in; a mail's own Date is only what its sender claims. */
    private static Optional<Instant> arrivedAt(Message mail) {
        try {
            return Optional.ofNullable(mail.getReceivedDate()).map(Date::toInstant);
        } catch (MessagingException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private void save(Optional<Mark> before, Mark mark, long lastUid, Instant now) {
        boolean moved = before.isEmpty()
                || before.get().uidValidity() != mark.uidValidity()
                || before.get().lastUid() != lastUid
                || before.get().lookedAt().plus(MARKED_ANEW).isBefore(now);
        if (moved) {
            marks.save(settings.name(), settings.place(), new Mark(mark.uidValidity(), lastUid, now));
        }
    }

    /** The mail has left the folder. */
    private static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The server did not hand the mail over. */
    private static final class NotFetched extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean lost;

        NotFetched(Exception cause, boolean lost) {
            super(cause);
            this.reason = cause.getClass().getSimpleName();
            this.lost = lost;
        }
    }

    /** What was done with in this life; bounded, since forgetting costs only a second look. */
    private static final class Remembered<V> extends LinkedHashMap<Long, V> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 100_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > MOST;
        }
    }
}
