package fr.aubette.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.aubette.identify.Sighted;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Tuning;
import fr.aubette.identify.match.Weights;
import fr.aubette.model.Person;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What people have answered when asked whose a contact is. An answer that was taken back since, by undoing its merge,
 * is none; nor is "none of them", which says nothing of how a citizen's own contacts look.
 */
final class GivenAnswers {

    private static final String ANSWERS = """
            select c.channel = 'letter', a.citizen_id,
                   coalesce(c.detail -> case when a.opened_id = c.beneficiary_id then 'beneficiary' else 'requester' end,
                            '{}')::text,
                   array(select z.id::text from unnest(a.candidates) with ordinality as x (id, place)
                         join citizen z on z.id = x.id order by x.place),
                   array(select z.known from unnest(a.candidates) with ordinality as x (id, place)
                         join citizen z on z.id = x.id order by x.place)
            from identity_answer a join contact c on c.id = a.contact_id
            left join citizen_merge m on m.id = a.merge_id
            where a.citizen_id is not null and m.undone_at is null
            order by a.answered_at, a.contact_id
            """;

    /**
     * An answer.
     *
     * @param chosen identity of the candidate who it is
     */
    record Answer(Sighting said, List<Profile> candidates, String chosen) {}

    private final CountedNames frequencies = new CountedNames();
    private final List<Answer> answers;

    private GivenAnswers(BulkSql sql) throws SQLException {
        CountedRegister.read(sql, frequencies);
        Sighted sighted = new Sighted(frequencies);
        ObjectMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .build();
        answers = sql.query(ANSWERS, row -> answer(row, sighted, json));
    }

    static GivenAnswers of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new GivenAnswers(new BulkSql(connection));
    }

    private static Answer answer(ResultSet row, Sighted sighted, ObjectMapper json) throws SQLException {
        String[] ids = (String[]) row.getArray(4).getArray();
        String[] known = (String[]) row.getArray(5).getArray();
        List<Profile> candidates = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            candidates.add(KnownText.profile(ids[i], ids[i], known[i]));
        }
        try {
            Person said = json.readValue(row.getString(3), Person.class);
            return new Answer(sighted.of(said, row.getBoolean(1)), candidates, row.getString(2));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a requester that this program wrote cannot be read", e);
        }
    }

    int size() {
        return answers.size();
    }

    /** Every other answer teaches, the first one too. */
    void teach(Tuning tuning) {
        for (int i = 0; i < answers.size(); i += 2) {
            Answer answer = answers.get(i);
            weighed(answer, Weights.shipped()).stream()
                    .filter(each -> each.profile().id().equals(answer.chosen()))
                    .map(Candidate::clues)
                    .forEach(tuning::saw);
        }
    }

    /** Of the answers that do not teach: how often who was chosen comes first, and how probable that seemed. */
    String judged(Weights weights) {
        int judged = 0;
        int first = 0;
        double probable = 0;
        for (int i = 1; i < answers.size(); i += 2) {
            Answer answer = answers.get(i);
            List<Candidate> ranked = weighed(answer, weights).stream()
                    .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                    .toList();
            judged++;
            first += !ranked.isEmpty() && ranked.get(0).profile().id().equals(answer.chosen()) ? 1 : 0;
            probable += ranked.stream()
                    .filter(each -> each.profile().id().equals(answer.chosen()))
                    .mapToDouble(Candidate::probability)
                    .sum();
        }
        return String.format(
                Locale.ROOT,
                "%8d  %6.2f %%  %8.3f",
                judged,
                judged == 0 ? 0 : 100.0 * first / judged,
                judged == 0 ? 0 : probable / judged);
    }

    private List<Candidate> weighed(Answer answer, Weights weights) {
        return new Matcher(keys -> List.of(), frequencies, weights, Bands.ofHub())
                .weigh(answer.said(), answer.candidates());
    }
}
