package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.TicketSounds.Sound;
import fr.aubette.model.CallSound;
import fr.aubette.model.TicketId;
import fr.aubette.switchboard.SoundSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a ticket's page says of the sounds of its calls: how long each lasts, and until when it is kept. */
@Component
class SoundLines {

    private final TicketSounds sounds;
    private final SoundSettings settings;
    private final DeskSettings desk;

    SoundLines(TicketSounds sounds, SoundSettings settings, DeskSettings desk) {
        this.sounds = sounds;
        this.settings = settings;
        this.desk = desk;
    }

    /** By the contact that they are of. */
    Map<UUID, List<Line>> of(TicketId ticket, Sight sight) {
        return sounds.of(ticket, sight).stream()
                .map(this::line)
                .collect(Collectors.groupingBy(line -> line.sound().contact()));
    }

    private Line line(Sound sound) {
        Duration kept = settings.keep(CallSound.Kind.valueOf(sound.kind().toUpperCase(Locale.ROOT)));
        Instant until = sound.deletedAt().orElseGet(() -> sound.keptAt().plus(kept));
        return new Line(sound, LocalDate.ofInstant(until, desk.zone()));
    }

    /**
     * A sound.
     *
     * @param day of its deletion, past or to come
     */
    record Line(Sound sound, LocalDate day) {

        /** Whether it can still be heard. */
        public boolean playable() {
            return sound.deletedAt().isEmpty();
        }
    }
}
