package fr.aubette.switchboard;

import fr.aubette.intake.ContentStore;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.switchboard.SoundRows.Candidate;
import fr.aubette.typed.PhoneNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Keeps sounds, and finds their calls: a call whose events name the citizen's channel is certain; without that, the
 * caller's number and the mailbox at that time must agree. A doubtful one is tied to nothing.
 */
@Component
class Sounds implements CallSounds {

    private final SoundRows rows;
    private final ContentStore contents;
    private final Clock clock;

    Sounds(SoundRows rows, ContentStore contents, Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public State state(String line, String reference) {
        return rows.state(line, reference);
    }

    @Override
    public void keep(CallSound sound) throws IOException {
        rows.keep(sound, contents.keep(sound.content()), clock.instant());
    }

    @Override
    public boolean tie(CallSound sound) {
        Optional<Candidate> call = call(sound, rows.candidates(sound));
        call.ifPresent(found -> rows.tie(sound, found.intake()));
        return call.isPresent();
    }

    private Optional<Candidate> call(CallSound sound, List<Candidate> candidates) {
        if (sound.conversation().isPresent()) {
            return candidates.stream().findFirst();
        }
        return first(candidates, Candidate::alone)
                .or(() -> first(candidates, each -> names(each, sound.channel())))
                .or(() -> first(candidates, each -> calls(each, sound)))
                .or(() -> onlyWithheld(sound, candidates));
    }

    private static Optional<Candidate> first(List<Candidate> candidates, Predicate<Candidate> is) {
        return candidates.stream().filter(is).findFirst();
    }

    private boolean names(Candidate call, String channel) {
        if (channel.isEmpty()) {
            return false;
        }
        try {
            String events = new String(contents.find(call.sha256()).bytes(), StandardCharsets.UTF_8);
            return events.contains("Channel: " + channel + "\r\n") || events.contains("Channel: " + channel + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean calls(Candidate call, CallSound sound) {
        Optional<String> number = sound.caller().flatMap(PhoneNumbers::e164);
        return number.isPresent() && number.equals(call.caller().flatMap(PhoneNumbers::e164));
    }

    /** A mail may quote a number that the citizen withheld, and that no call therefore has. */
    private static Optional<Candidate> onlyWithheld(CallSound sound, List<Candidate> candidates) {
        if (!sound.channel().isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(each -> each.caller().isEmpty())
                .min(Comparator.comparing(
                        each -> Duration.between(each.endedAt(), sound.at()).abs()));
    }
}
