package fr.aubette.store.ticket;

import fr.aubette.identify.IdentityKey;
import fr.aubette.identify.Sighted;
import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.Person;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the end of a journey writes of citizens: who is new, what a contact has taught, whom to ask about. */
@Component
class CitizenWrites {

    private static final String OPEN = """
            insert into citizen (id, last_name, first_name, birth_date, opened_at, known)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String LEARN = "update citizen set known = ? where id = ?";

    private static final String KEYS = """
            insert into citizen_key (key, citizen_id) select key, ?::uuid from unnest(?::bigint[]) as asked (key)
            on conflict do nothing
            """;

    private static final String FORMS = """
            insert into citizen_form (form, citizen_id) select form, ?::uuid from unnest(?::text[]) as written (form)
            on conflict do nothing
            """;

    private static final String FACTS = """
            insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
            select ?::uuid, kind, value, 'contact', ?, seen, seen
            from unnest(?::text[], ?::text[]) as facts (kind, value), (values (?::timestamptz)) as at (seen)
            on conflict (citizen_id, kind, value) do update set last_seen = excluded.last_seen
            """;

    private static final String EXACT = """
            insert into identity_key (kind, value, citizen_id, seen_at)
            select kind, value, ?::uuid, ?::timestamptz
            from unnest(?::text[], ?::text[]) as keys (kind, value)
            on conflict do nothing
            """;

    private static final String ASK = """
            insert into identity_question (contact_id, rank, citizen_id, beneficiary)
            select ?::uuid, rank, citizen, ? from unnest(?::uuid[]) with ordinality as asked (citizen, rank)
            """;

    private final JdbcClient jdbc;
    private final Sighted sighted;

    CitizenWrites(JdbcClient jdbc, Frequencies frequencies) {
        this.jdbc = jdbc;
        this.sighted = new Sighted(frequencies);
    }

    /** Opens a record for somebody who said this of themselves. */
    CitizenId open(Gathered gathered, Person person, boolean readFromPaper, Instant at) {
        CitizenId citizen = new CitizenId(UUID.randomUUID());
        Profile profile = sighted.opened(citizen.toString(), person, readFromPaper);
        gathered.add(
                OPEN,
                citizen.value(),
                person.lastName().or(person::name).orElse(null),
                person.firstName().orElse(null),
                person.birthDate().orElse(null),
                Timestamp.from(at),
                KnownText.of(profile));
        index(gathered, citizen, profile);
        facts(gathered, citizen, KnownText.facts(profile), "claimed", at);
        exact(gathered, citizen, person, at);
        return citizen;
    }

    void learn(Gathered gathered, CitizenId citizen, Contact contact, Instant at) {
        Profile before = jdbc.sql("select known from citizen where id = ? for update")
                .param(citizen.value())
                .query((row, n) -> KnownText.profile(citizen.toString(), citizen.toString(), row.getString("known")))
                .single();
        Profile after = before.learning(sighted.of(contact));
        if (!after.equals(before)) {
            gathered.add(LEARN, KnownText.of(after), citizen.value());
            index(gathered, citizen, after);
        }
        facts(gathered, citizen, KnownText.facts(sighted.opened(citizen.toString(), contact)), "matched", at);
        exact(gathered, citizen, contact.requester(), at);
    }

    /** Writes what is known of a citizen who was stored with exact keys only. */
    void recognise(Gathered gathered, CitizenId citizen, Person person, Instant at) {
        Profile profile = sighted.known(citizen.toString(), person);
        gathered.add(LEARN, KnownText.of(profile), citizen.value());
        index(gathered, citizen, profile);
        facts(gathered, citizen, KnownText.facts(profile), "claimed", at);
    }

    /** Asks who it is that asks; where that is settled, for whom. */
    void ask(Gathered gathered, UUID contact, Identified identified) {
        boolean settled = identified.identity().candidates().isEmpty();
        Identity identity = settled ? identified.beneficiary().orElse(identified.identity()) : identified.identity();
        if (!identity.candidates().isEmpty()) {
            gathered.add(
                    ASK,
                    contact,
                    settled,
                    identity.candidates().stream().map(CitizenId::value).toArray(UUID[]::new));
        }
    }

    private static void index(Gathered gathered, CitizenId citizen, Profile profile) {
        Long[] keys = Keys.of(profile).stream().map(Keys::hashed).distinct().toArray(Long[]::new);
        gathered.add(KEYS, citizen.value(), keys);
        gathered.add(FORMS, citizen.value(), WrittenForms.of(profile).toArray(String[]::new));
    }

    private static void facts(
            Gathered gathered, CitizenId citizen, List<KnownText.Fact> facts, String proof, Instant at) {
        List<KnownText.Fact> once = facts.stream().distinct().toList();
        gathered.add(
                FACTS,
                citizen.value(),
                proof,
                texts(once, KnownText.Fact::kind),
                texts(once, KnownText.Fact::value),
                Timestamp.from(at));
    }

    private static void exact(Gathered gathered, CitizenId citizen, Person person, Instant at) {
        List<IdentityKey> keys = IdentityKey.of(person);
        gathered.add(
                EXACT,
                citizen.value(),
                Timestamp.from(at),
                texts(keys, key -> key.kind().code()),
                texts(keys, IdentityKey::value));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
