package fr.aubette.cli.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Channel;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.Form;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.Video;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * A contact of the database, and what was decided of it when it came.
 *
 * @param id of the contact
 * @param day on which it came
 * @param motives in the order of its matters; empty when nothing was opened
 * @param protectedLane whether it went the restricted way
 * @param now directorates that have its tickets today
 */
record PastContact(
        UUID id,
        String channel,
        String day,
        List<String> motives,
        boolean protectedLane,
        List<String> now,
        Identified identified) {

    static final String SELECT = """
            select c.id, c.channel, c.received_at, c.intake_id, c.subject, c.detail::text as detail, d.result,
                   (c.received_at at time zone 'Europe/Paris')::date::text as day,
                   coalesce(string_agg(distinct t.directorate, ',' order by t.directorate), '') as now,
                   coalesce(bool_or(t.priority = 'protected' or f.id is not null), false) as restricted
            from contact c
            join decision d on d.intake_id = c.intake_id and d.round = 1 and d.stage = 'classify'
            left join ticket_contact tc on tc.contact_id = c.id
            left join ticket t on t.id = tc.ticket_id
            left join false_alarm f on f.ticket_id = t.id and f.undone_at is null
            where c.received_at >= ?::date::timestamp at time zone 'Europe/Paris'
            group by c.id, d.result
            order by c.received_at, c.id
            """;

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json().build();
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final String NOTHING = "suppressed";

    /** The row; empty when another version of the program wrote what this one cannot read. */
    static Optional<PastContact> of(ResultSet row) throws SQLException {
        try {
            String result = row.getString("result");
            return Optional.of(new PastContact(
                    row.getObject("id", UUID.class),
                    row.getString("channel"),
                    row.getString("day"),
                    result.equals(NOTHING) ? List.of() : split(result),
                    row.getBoolean("restricted"),
                    split(row.getString("now")),
                    identified(row)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Identified identified(ResultSet row) throws SQLException, JsonProcessingException {
        JsonNode detail = JSON.readTree(row.getString("detail"));
        Contact contact = new Contact(
                JSON.treeToValue(detail.path("channel"), type(ChannelKind.ofCode(row.getString("channel")))),
                row.getTimestamp("received_at").toInstant(),
                row.getString("subject"),
                detail.path("text").asText(""),
                JSON.treeToValue(detail.path("requester"), Person.class),
                Optional.empty(),
                JSON.convertValue(detail.path("caseFiles"), WORDS),
                List.of());
        return new Identified(
                new Normalised(new IntakeId(row.getObject("intake_id", UUID.class)), "replay", contact),
                new Identity(Identity.Certainty.ANONYMOUS, Optional.empty(), List.of(), List.of()));
    }

    private static Class<? extends Channel> type(ChannelKind kind) {
        return switch (kind) {
            case PHONE -> Phone.class;
            case MAIL -> Mail.class;
            case LETTER -> Letter.class;
            case FORM -> Form.class;
            case COUNTER -> Counter.class;
            case VIDEO -> Video.class;
        };
    }
}
