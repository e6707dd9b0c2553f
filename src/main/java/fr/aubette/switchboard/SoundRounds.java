package fr.aubette.switchboard;

import fr.aubette.ami.ToldCalls;
import fr.aubette.intake.Attempts;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.lease.Leases;
import fr.aubette.model.CallSound;
import fr.aubette.model.IntakeId;
import fr.aubette.normalise.mail.VoiceNotices;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** On one hub: draws sounds out of the exchanges' mails, and deletes those whose time is over. */
@Component
class SoundRounds {

    private static final Logger LOG = LoggerFactory.getLogger(SoundRounds.class);
    private static final String LEASE = "sounds";
    private static final int AT_ONCE = 100;
    /** How long a message waits for its call. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SoundRows rows;
    private final Sounds sounds;
    private final VoiceNotices notices;
    private final Attempts intakes;
    private final Intake intake;
    private final ContentStore contents;
    private final SoundSettings settings;
    private final Leases leases;
    private final Clock clock;

    SoundRounds(
            SoundRows rows,
            Sounds sounds,
            VoiceNotices notices,
            Attempts intakes,
            Intake intake,
            ContentStore contents,
            SoundSettings settings,
            Leases leases,
            Clock clock) {
        this.rows = rows;
        this.sounds = sounds;
        this.notices = notices;
        this.intakes = intakes;
        this.intake = intake;
        this.contents = contents;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${aubette.sounds.look-every:5s}",
            fixedDelayString = "${aubette.sounds.look-every:5s}")
    void draw() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            for (IntakeId mail : rows.mails(AT_ONCE)) {
                draw(mail);
            }
        } catch (DataAccessException | TransactionException | IntakeUnavailable e) {
            LOG.debug("The sounds in mails wait: {}", e.getMessage());
        }
    }

    private void draw(IntakeId mail) {
        try {
            Optional<CallSound> found = notices.sound(intakes.reread(mail).item());
            if (found.isEmpty()) {
                rows.drawn(mail);
                return;
            }
            CallSound sound = found.get();
            sounds.keep(sound);
            if (sounds.tie(sound)) {
                rows.drawn(mail);
            } else if (sound.at().plus(PATIENCE).isBefore(clock.instant())) {
                ToldCalls.item(sound).ifPresent(intake::take);
            }
        } catch (IOException e) {
            LOG.warn(
                    "The sound in mail {} is drawn again: {}",
                    mail,
                    e.getClass().getSimpleName());
        }
    }

    @Scheduled(
            initialDelayString = "${aubette.sounds.forget-every:10m}",
            fixedDelayString = "${aubette.sounds.forget-every:10m}")
    void forget() {
        if (!leases.holds(LEASE)) {
            return;
        }
        try {
            for (CallSound.Kind kind : CallSound.Kind.values()) {
                forget(kind);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Old sounds wait for PostgreSQL: {}", e.getMessage());
        } catch (IOException e) {
            LOG.warn(
                    "Old sounds could not be deleted and are tried again: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** The bytes first: what is noted as deleted is. */
    private void forget(CallSound.Kind kind) throws IOException {
        Instant before = clock.instant().minus(settings.keep(kind));
        for (SoundRows.Kept old : rows.old(kind, before, AT_ONCE)) {
            if (!rows.shared(old)) {
                contents.forget(old.sha256());
                if (old.mail().isPresent()) {
                    contents.forget(old.mail().get());
                }
            }
            rows.deleted(old, clock.instant());
        }
    }
}
