package fr.aubette.receive.counter;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Names;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes of an agent's entry what the intake takes; its time is when the citizen came or called. */
@Component("counterItems")
public class CounterItems {

    /** An entry has fewer fields than this and no file. */
    private static final Limits LIMITS = new Limits(100, 20_000, 0, 0);

    /** How far an agent's clock may run ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Set<String> ENTRIES = Set.of("visite", "visit", "appel", "call");

    private final TypedJson json = new TypedJson(LIMITS);
    private final Clock clock;
    private final Duration oldest;

    CounterItems(Clock clock, CounterSettings settings) {
        this.clock = clock;
        this.oldest = settings.oldest();
    }

    /**
     * The entry as a raw item of this source.
     *
     * @throws Refused if it cannot be read, or lacks what every entry has, with a reason for the agent
     */
    public RawItem item(CounterPost post, String source) {
        Typed typed = read(post.json());
        String site = typed.get(Names.SITE).orElseThrow(() -> new Refused("Indiquez le site."));
        if (typed.get(Names.ENTRY).filter(ENTRIES::contains).isEmpty()) {
            throw new Refused("Indiquez s'il s'agit d'une visite ou d'un appel.");
        }
        if (typed.get(Names.MESSAGE).or(() -> typed.get(Names.SUBJECT)).isEmpty()) {
            throw new Refused("Indiquez l'objet ou le message.");
        }
        return new RawItem(
                ChannelKind.COUNTER,
                source,
                token(typed),
                at(typed),
                "application/json",
                Map.of("agent", post.agent(), "site", site),
                Content.of(post.json()));
    }

    private Typed read(byte[] bytes) {
        try {
            return json.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(Typed typed) {
        String token = typed.get(Names.TOKEN).orElseGet(() -> UUID.randomUUID().toString());
        if (!token.matches("[\\p{Alnum}._:\\-]{1,100}")) {
            throw new Refused("Le jeton de la page n'est pas valable : rechargez la page.");
        }
        return token;
    }

    private Instant at(Typed typed) {
        Instant now = clock.instant();
        Optional<String> given = typed.get(Names.AT);
        if (given.isEmpty()) {
            return now;
        }
        Instant at = instant(given.get());
        if (at.isAfter(now.plus(SKEW))) {
            throw new Refused("La date et l'heure sont dans le futur.");
        }
        if (at.isBefore(now.minus(oldest))) {
            throw new Refused("La date remonte à plus de " + oldest.toDays() + " jours.");
        }
        return at.isAfter(now) ? now : at;
    }

    /** A time with its offset, or as a page gives it: the time of mainland France. */
    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(FRANCE).toInstant();
            } catch (DateTimeException e) {
                throw new Refused("L'heure doit s'écrire comme 2026-06-01T14:05.", e);
            }
        }
    }
}
