package fr.aubette.store.desk;

import fr.aubette.access.CitizenSight;
import fr.aubette.access.Sight;
import fr.aubette.desk.Citizens;
import fr.aubette.identify.find.Typed;
import fr.aubette.identify.match.Keys;
import fr.aubette.model.CaseFile;
import fr.aubette.model.TicketNumber;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCitizens implements Citizens {

    /** So many are looked at for each beginning: more would not fit a screen, and the next letter leaves fewer. */
    private static final int EACH = 40;

    /** A case file's number is at least so long. */
    private static final int SHORTEST_CASE_FILE = 4;

    /** Behind every other, as the bytes are ordered. */
    private static final String LAST_CHARACTER = "\uffff";

    /**
     * By what is typed; the first beginnings first, and within each in the order of the alphabet. Before them, whose a
     * number is: of a ticket that the viewer sees, or of a case file of her directorates.
     */
    private static final String BY_FORM = """
            select f.citizen_id, b.rank, f.form
            from unnest(:beginnings::text[]) with ordinality as b (beginning, rank)
            cross join lateral (
                select citizen_id, form from citizen_form
                where form >= b.beginning and form < b.beginning || :last order by form limit :each) f
            union all
            select t.citizen_id, 0, '' from ticket t
            where t.number = any(:numbers::text[]) and t.citizen_id is not null and (%1$s) = 2
            union all
            select t.citizen_id, 0, '' from ticket_case_file f join ticket t on t.id = f.ticket_id
            where f.case_file = :caseFile and t.citizen_id is not null and (%1$s) = 2
            union all
            select citizen_id, 0, '' from case_file
            where number = :caseFile and ended_at is null and directorate = any(:own::text[] || :protectedIn::text[])
            """.formatted(Sight.LEVEL);

    private static final String BY_SOUND = """
            select k.citizen_id, 1 as rank, '' as form from unnest(:keys::bigint[]) as asked (key)
            cross join lateral (select citizen_id from citizen_key where key = asked.key limit :each) k
            """;

    private static final String FOUND = """
            with hit as (%s), p as (
                select coalesce(c.person, c.id) as person, min(h.rank) as rank, min(h.form) as form
                from hit h join citizen c on c.id = h.citizen_id group by 1 order by 2, 3 limit :scanned)
            select p.person, met.hidden > 0 as partly, met.open, p.rank from p cross join %s where %s
            order by p.rank, p.form
            """;

    private final JdbcClient jdbc;
    private final CitizenRows rows;

    JdbcCitizens(JdbcClient jdbc, CitizenRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found> search(String text, int limit, Sight sight) {
        Typed typed = Typed.of(text);
        Map<UUID, CitizenRows.Seen> found = new LinkedHashMap<>();
        byForm(text, typed, 2 * limit, sight).forEach(each -> found.putIfAbsent(each.person(), each));
        if (found.size() < limit && !typed.keys().isEmpty()) {
            bySound(typed, 2 * limit, sight).forEach(each -> found.putIfAbsent(each.person(), each));
        }
        List<CitizenRows.Seen> shown = found.values().stream().limit(limit).toList();
        return rows.found(shown).stream()
                .filter(each -> each.shows(typed))
                .map(CitizenRows.Person::found)
                .toList();
    }

    private List<CitizenRows.Seen> byForm(String text, Typed typed, int scanned, Sight sight) {
        String[] numbers =
                TicketNumber.in(text).stream().map(TicketNumber::value).toArray(String[]::new);
        String caseFile = CaseFile.folded(text);
        boolean quoted = caseFile.length() >= SHORTEST_CASE_FILE && text.chars().anyMatch(Character::isDigit);
        if (typed.beginnings().isEmpty() && numbers.length == 0 && !quoted) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>(parameters(sight));
        parameters.put("beginnings", typed.beginnings().toArray(String[]::new));
        parameters.put("last", LAST_CHARACTER);
        parameters.put("numbers", numbers);
        parameters.put("caseFile", quoted ? caseFile : "");
        return seen(BY_FORM, scanned, parameters);
    }

    private List<CitizenRows.Seen> bySound(Typed typed, int scanned, Sight sight) {
        Map<String, Object> parameters = new HashMap<>(parameters(sight));
        parameters.put("keys", typed.keys().stream().map(Keys::hashed).toArray(Long[]::new));
        return seen(BY_SOUND, scanned, parameters);
    }

    /** Some more than are shown: a few may be hidden from the viewer. */
    private List<CitizenRows.Seen> seen(String hits, int scanned, Map<String, Object> parameters) {
        return jdbc.sql(FOUND.formatted(hits, CitizenSight.MET, CitizenSight.KNOWS))
                .params(parameters)
                .param("each", EACH)
                .param("scanned", scanned)
                .query((row, n) -> CitizenRows.Seen.of(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CitizenFile> file(UUID id, Sight sight) {
        return seen(id, sight)
                .map(seen -> rows.file(seen, other -> seen(other, sight).isPresent()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Known> known(UUID id, Sight sight) {
        return seen(id, sight).map(seen -> rows.found(List.of(seen)).get(0).known());
    }

    private Optional<CitizenRows.Seen> seen(UUID id, Sight sight) {
        return jdbc
                .sql("with p as (select coalesce(c.person, c.id) as person from citizen c where c.id = :id) "
                        + "select p.person, met.hidden > 0 as partly, met.open, 0 as rank from p cross join "
                        + CitizenSight.MET + " where " + CitizenSight.KNOWS)
                .params(parameters(sight))
                .param("id", id)
                .query((row, n) -> CitizenRows.Seen.of(row))
                .list()
                .stream()
                .findFirst();
    }

    private static Map<String, Object> parameters(Sight sight) {
        Map<String, Object> parameters = new HashMap<>(sight.parameters());
        parameters.put("fewOnly", sight.confidential());
        return parameters;
    }
}
