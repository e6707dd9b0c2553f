package fr.aubette.store.desk;

import fr.aubette.desk.Citizens.CitizenFile;
import fr.aubette.desk.Citizens.Fact;
import fr.aubette.desk.Citizens.Found;
import fr.aubette.desk.Citizens.Known;
import fr.aubette.desk.Citizens.Member;
import fr.aubette.desk.Citizens.Merged;
import fr.aubette.desk.Citizens.Other;
import fr.aubette.identify.find.Typed;
import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of persons whom a viewer may know of. */
@Repository
class CitizenRows {

    private static final String PERSONS = """
            select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.birth_date,
                   exists (select 1 from citizen m where (m.id = c.id or m.person = c.id) and m.confidential)
                       as confidential
            from citizen c where c.id = any(:ids)
            """;

    /** What contacts alone have said is left out of those who are also met in matters hidden from the viewer. */
    private static final String FACTS = """
            select coalesce(c.person, c.id) as person, f.kind, f.value, min(f.source) as source, max(f.proof) as proof,
                   min(f.first_seen) as first_seen, max(f.last_seen) as last_seen
            from citizen c join citizen_fact f on f.citizen_id = c.id
            where (c.id = any(:ids) or c.person = any(:ids))
              and (f.source <> 'contact' or f.kind not in ('phone', 'mail', 'address')
                   or not coalesce(c.person, c.id) = any(:partly))
            group by 1, 2, 3
            order by min(f.first_seen), 2, 3
            """;

    private static final String MEMBERS = """
            select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.birth_date, m.id as merge,
                   coalesce(a.display_name, m.merged_by) as merged_by, m.merged_at, m.reason
            from citizen c
            left join citizen_merge m on m.absorbed = c.id and m.undone_at is null
            left join account a on a.login = m.merged_by
            where c.id = :person or c.person = :person
            order by c.id = :person desc, c.opened_at, c.id
            """;

    private static final String NEVER = """
            select distinct on (1) coalesce(o.person, o.id) as id, concat_ws(' ', o.first_name, o.last_name) as name, n.reason
            from citizen c join never_same n on c.id in (n.one, n.other)
            join citizen o on o.id = case when n.one = c.id then n.other else n.one end
            where c.id = :person or c.person = :person
            order by 1
            """;

    private final JdbcClient jdbc;

    CitizenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person whom the viewer may know of.
     *
     * @param partly whether some of the person's matters are hidden from her
     * @param numbered whether the number of a ticket or case file led to the person
     * @param open tickets
     */
    record Seen(UUID person, boolean partly, boolean numbered, int open) {

        static Seen of(ResultSet row) throws SQLException {
            return new Seen(
                    row.getObject("person", UUID.class),
                    row.getBoolean("partly"),
                    row.getInt("rank") == 0,
                    row.getInt("open"));
        }
    }

    /** A person with what the viewer may read of it. */
    record Person(Found found, Seen seen, List<Fact> facts) {

        Known known() {
            String id = found.id().toString();
            String text =
                    facts.stream().map(fact -> fact.kind() + " " + fact.value()).collect(Collectors.joining("\n"));
            return new Known(found, KnownText.profile(id, id, text));
        }

        /** Whether what is shown is what was sought: else finding somebody would tell what is hidden. */
        boolean shows(Typed typed) {
            if (!seen.partly() || seen.numbered()) {
                return true;
            }
            Profile shown = known().profile();
            return WrittenForms.of(shown).stream().anyMatch(typed::finds)
                    || Keys.of(shown).stream().anyMatch(typed.keys()::contains);
        }
    }

    /** In the order given. */
    List<Person> found(List<Seen> seen) {
        Map<UUID, List<Fact>> facts = facts(seen);
        Map<UUID, Person> persons = new HashMap<>();
        Map<UUID, Seen> byId = seen.stream().collect(Collectors.toMap(Seen::person, each -> each));
        jdbc.sql(PERSONS).param("ids", byId.keySet().toArray(UUID[]::new)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            Seen each = java.util.Objects.requireNonNull(byId.get(id));
            List<Fact> known = facts.getOrDefault(id, List.of());
            persons.put(id, new Person(found(row, each, known), each, known));
        });
        return seen.stream()
                .flatMap(each -> Optional.ofNullable(persons.get(each.person())).stream())
                .toList();
    }

    private Map<UUID, List<Fact>> facts(List<Seen> seen) {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        jdbc.sql(FACTS)
                .param("ids", seen.stream().map(Seen::person).toArray(UUID[]::new))
                .param(
                        "partly",
                        seen.stream().filter(Seen::partly).map(Seen::person).toArray(UUID[]::new))
                .query(row -> {
                    facts.computeIfAbsent(row.getObject("person", UUID.class), id -> new ArrayList<>())
                            .add(fact(row));
                });
        return facts;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("kind"),
                row.getString("value"),
                row.getString("source"),
                row.getString("proof"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant());
    }

    private static Found found(ResultSet row, Seen seen, List<Fact> facts) throws SQLException {
        return new Found(
                seen.person(),
                row.getString("name"),
                Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                values(facts, "phone"),
                values(facts, "mail"),
                values(facts, "address"),
                seen.open(),
                row.getBoolean("confidential"));
    }

    private static List<String> values(List<Fact> facts, String kind) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(kind))
                .map(Fact::value)
                .toList();
    }

    /** With those who were said to be somebody else, if the viewer knows of them. */
    CitizenFile file(Seen seen, Predicate<UUID> known) {
        Person person = found(List.of(seen)).get(0);
        List<Other> never = never(seen.person()).stream()
                .filter(other -> known.test(other.id()))
                .toList();
        return new CitizenFile(person.found(), person.facts(), members(seen.person()), never);
    }

    private List<Member> members(UUID person) {
        return jdbc.sql(MEMBERS)
                .param("person", person)
                .query((row, n) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                        merged(row)))
                .list();
    }

    private static Optional<Merged> merged(ResultSet row) throws SQLException {
        UUID merge = row.getObject("merge", UUID.class);
        return merge == null
                ? Optional.empty()
                : Optional.of(new Merged(
                        merge,
                        row.getString("merged_by"),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getString("reason")));
    }

    private List<Other> never(UUID person) {
        return jdbc.sql(NEVER)
                .param("person", person)
                .query((row, n) ->
                        new Other(row.getObject("id", UUID.class), row.getString("name"), row.getString("reason")))
                .list();
    }
}
