package fr.aubette.desk;

import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sightings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Citizens as a register brings them in. All are invented. */
final class KnownPeople {

    private final JdbcClient jdbc;

    KnownPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A citizen with all that a register tells; empty text for what it does not. */
    UUID citizen(String last, String first, String born, String phone, String mail, String address) {
        UUID id = UUID.randomUUID();
        Optional<LocalDate> birth = born.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(born));
        jdbc.sql(
                        "insert into citizen (id, last_name, first_name, birth_date, opened_at) values (?, ?, ?, ?::date, now())")
                .params(id, last, first, born.isEmpty() ? null : born)
                .update();
        Sightings.Said said =
                new Sightings.Said("", last, first, birth, given(phone), given(mail), address, "", "", false);
        index(Sightings.profile(id.toString(), said, "", ""));
        return id;
    }

    /** Lets a citizen be found by name. */
    void findable(UUID id, String last, String first) {
        Sightings.Said said =
                new Sightings.Said("", last, first, Optional.empty(), List.of(), List.of(), "", "", "", false);
        index(Sightings.profile(id.toString(), said, "", ""));
    }

    private void index(Profile profile) {
        UUID id = UUID.fromString(profile.id());
        jdbc.sql("update citizen set known = ? where id = ?")
                .params(KnownText.of(profile), id)
                .update();
        for (KnownText.Fact fact : KnownText.facts(profile)) {
            jdbc.sql("""
                            insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
                            values (?, ?, ?, 'solis', 'checked', now(), now())
                            """).params(id, fact.kind(), fact.value()).update();
        }
        jdbc.sql("insert into citizen_form (form, citizen_id) select form, ? from unnest(?::text[]) as written (form)")
                .params(id, WrittenForms.of(profile).toArray(String[]::new))
                .update();
        jdbc.sql("insert into citizen_key (key, citizen_id) select key, ? from unnest(?::bigint[]) as asked (key)")
                .params(
                        id,
                        Keys.of(profile).stream().map(Keys::hashed).distinct().toArray(Long[]::new))
                .update();
    }

    private static List<String> given(String one) {
        return one.isEmpty() ? List.of() : List.of(one);
    }
}
