package fr.aubette.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.access.Accounts;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Attachment;
import fr.aubette.model.Channel;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Person;
import fr.aubette.model.TicketNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Puts people and tickets into the store for the console's tests, past the journey. */
@Component
public class DeskData {

    /** Everybody's password in tests. */
    public static final String PASSWORD = "trois petits chats";

    /** At bcrypt's least cost: tests sign in a thousand times, and each call of the API proves its password anew. */
    public static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Accounts accounts;
    private final ContentStore contents;

    DeskData(JdbcClient jdbc, ObjectMapper json, Accounts accounts, ContentStore contents) {
        this.jdbc = jdbc;
        this.json = json;
        this.accounts = accounts;
        this.contents = contents;
    }

    /** The hub's day: before midnight of a machine that keeps UTC it is the next. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    public void person(String login, String name, Right... rights) {
        accounts.create(UUID.randomUUID(), login, name, HASH, Set.of(rights), Instant.now());
    }

    public void agent(String login, String name, String... directorates) {
        person(
                login,
                name,
                Arrays.stream(directorates)
                        .map(each -> Right.in(Kind.AGENT, each))
                        .toArray(Right[]::new));
    }

    /** Empties all that tests put in, also the accounts. */
    public void clear() {
        jdbc.sql("""
                        truncate intake, tally, tally_delta, ticket, attribution, deadline, ticket_event, contact,
                                 ticket_contact, ticket_message, ticket_case_file, decision, outbox, quarantine,
                                 citizen, identity_key, account, account_right, absence, reading, missed_message cascade
                        """).update();
    }

    public Draft ticket(String motive, String directorate, String subject) {
        return new Draft(motive, directorate, subject);
    }

    /** A ticket in the making. */
    public final class Draft {

        private final UUID id = UUID.randomUUID();
        private final String motive;
        private final String directorate;
        private final String subject;
        private String priority = "normal";
        private String service = "";
        private String number = "";
        private Instant first = Instant.now();

        private Draft(String motive, String directorate, String subject) {
            this.motive = motive;
            this.directorate = directorate;
            this.subject = subject;
        }

        public Draft priority(String word) {
            priority = word;
            return this;
        }

        public Draft service(String code) {
            service = code;
            return this;
        }

        public Draft at(Instant when) {
            first = when;
            return this;
        }

        /** Writes the row, for this citizen. */
        public Draft open(String firstName, String lastName) {
            UUID citizen = UUID.randomUUID();
            jdbc.sql("insert into citizen (id, last_name, first_name, opened_at) values (?, ?, ?, ?)")
                    .params(citizen, lastName, firstName, Timestamp.from(first))
                    .update();
            new KnownPeople(jdbc).findable(citizen, lastName, firstName);
            return open(citizen);
        }

        /** Writes the row, for a citizen who is known; null for nobody. */
        public Draft open(@Nullable UUID citizen) {
            long next = jdbc.sql("select nextval('ticket_number')")
                    .query(Long.class)
                    .single();
            number = TicketNumber.of(first.atZone(ZoneOffset.UTC).getYear(), next)
                    .value();
            jdbc.sql("""
                            insert into ticket (id, number, citizen_id, motive, directorate, service, subject, priority,
                                                status, opened_at, last_contact_at)
                            values (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, 'open', ?, ?)
                            """)
                    .params(
                            id,
                            number,
                            citizen,
                            motive,
                            directorate,
                            service,
                            subject,
                            priority,
                            Timestamp.from(first),
                            Timestamp.from(first))
                    .update();
            return part(directorate, "lead", null);
        }

        public Draft part(String code, String role, LocalDate dueOn) {
            jdbc.sql("insert into attribution (ticket_id, directorate, role, due_on) values (?, ?, ?, ?)")
                    .params(Arrays.asList(id, code, role, dueOn))
                    .update();
            return this;
        }

        public Draft due(String kind, LocalDate dueOn, String article, String reason) {
            jdbc.sql("insert into deadline (ticket_id, kind, due_on, article, reason) values (?, ?, ?, ?, ?)")
                    .params(id, kind, dueOn, article, reason)
                    .update();
            return this;
        }

        public Draft event(String kind, String actor, Instant at, String detail) {
            jdbc.sql("""
                            insert into ticket_event (ticket_id, seq, id, at, actor, kind, detail)
                            select ?, coalesce(max(seq), 0) + 1, gen_random_uuid(), ?, ?, ?, ?::jsonb
                            from ticket_event where ticket_id = ?
                            """)
                    .params(id, Timestamp.from(at), actor, kind, detail, id)
                    .update();
            return this;
        }

        public Draft taken(String login) {
            jdbc.sql("update ticket set status = 'taken', assignee = ? where id = ?")
                    .params(login, id)
                    .update();
            return this;
        }

        /** A contact, its intake counted as opened, its bytes kept, and why each stage decided. */
        public UUID said(Channel channel, Instant at, Person who, String text, Attachment... files) {
            Contact contact =
                    new Contact(channel, at, subject, text, who, Optional.empty(), caseFiles(text), List.of(files));
            UUID intake = intake(contact);
            UUID row = UUID.randomUUID();
            jdbc.sql("""
                            insert into contact (id, intake_id, channel, received_at, certainty, subject, detail)
                            values (?, ?, ?, ?, 'KNOWN', ?, ?::jsonb)
                            """)
                    .params(row, intake, channel.kind().code(), Timestamp.from(at), subject, write(contact))
                    .update();
            also(row, text);
            jdbc.sql("update ticket set last_contact_at = greatest(last_contact_at, ?) where id = ?")
                    .params(Timestamp.from(at), id)
                    .update();
            return row;
        }

        /** An answer in a state of its life; what has left, or may leave, is frozen. */
        public Draft written(String kind, String state, String author, Instant at, String template, String text) {
            boolean draft = state.equals("draft");
            jdbc.sql("""
                            insert into answer (id, ticket_id, kind, state, author, author_name, mailbox, recipient,
                                                address_key, subject, body, template, final_subject, final_body, due_at,
                                                problem, created_at, saved_at, sent_at)
                            select gen_random_uuid(), ?, ?, ?, ?, coalesce(max(a.display_name), 'Aubette'), 'essai',
                                   'lucie.lemaire@example.org', 'lucie.lemaire@example.org', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                            from account a where a.login = ?
                            """)
                    .params(Arrays.asList(
                            id,
                            kind,
                            state,
                            author,
                            "Votre demande " + number,
                            text,
                            template,
                            draft ? null : "Votre demande " + number,
                            draft ? null : text,
                            state.equals("ready") ? Timestamp.from(Instant.now().plusSeconds(3600)) : null,
                            state.equals("undelivered") ? "RETURNED" : null,
                            Timestamp.from(at),
                            Timestamp.from(at),
                            state.equals("sent") || state.equals("undelivered") ? Timestamp.from(at) : null,
                            author))
                    .update();
            return this;
        }

        /** Lets the ticket's answers wait for the visa of a post. */
        public Draft asks(String post) {
            jdbc.sql("""
                            insert into answer_step (answer_id, round, place, kind, post, state)
                            select id, 1, 1, 'visa', ?, 'waiting' from answer where ticket_id = ?
                            """).params(post, id).update();
            return this;
        }

        /** Makes a contact of another ticket belong to this one too. */
        public void also(UUID contact, String text) {
            jdbc.sql("insert into ticket_contact (ticket_id, contact_id, subject, body) values (?, ?, ?, ?)")
                    .params(id, contact, subject, text)
                    .update();
        }

        public String number() {
            return number;
        }

        public UUID id() {
            return id;
        }

        private UUID intake(Contact contact) {
            UUID intake = UUID.randomUUID();
            String kind = contact.channel().kind().code();
            ContentStore.Kept kept = kept(contact.text());
            Timestamp at = Timestamp.from(contact.receivedAt());
            jdbc.sql("""
                            insert into intake (id, channel, source, reference, received_at, taken_at, announced_at,
                                                media_type, facts, sha256, size, outcome, ended_at)
                            values (?, ?, 'essai', ?, ?, ?, ?, 'text/plain', '{}', ?, ?, 'opened', ?)
                            """)
                    .params(intake, kind, intake.toString(), at, at, at, kept.sha256(), kept.size(), at)
                    .update();
            jdbc.sql("insert into tally_delta (channel, what, n) values (?, 'taken', 1), (?, 'opened', 1)")
                    .params(kind, kind)
                    .update();
            explain(
                    intake,
                    "identify",
                    "[{\"rule\":\"same-mail-address\",\"detail\":\"une seule personne à cette adresse\"}]");
            explain(intake, "classify", "[{\"rule\":\"mots du motif\",\"detail\":\"" + motive + "\"}]");
            explain(intake, "dispatch", "[{\"rule\":\"motive-directorate\",\"detail\":\"" + directorate + "\"}]");
            return intake;
        }

        private void explain(UUID intake, String stage, String evidence) {
            jdbc.sql(
                            "insert into decision (intake_id, round, stage, at, result, evidence) values (?, 1, ?, now(), '', ?::jsonb)")
                    .params(intake, stage, evidence)
                    .update();
        }
    }

    private ContentStore.Kept kept(String text) {
        try {
            return contents.keep(Content.of(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> caseFiles(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> word.matches("[A-Z]{3,5}-\\d{4}-\\d+"))
                .distinct()
                .collect(Collectors.toList());
    }

    private String write(Contact contact) {
        try {
            return json.writeValueAsString(contact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Person person(String firstName, String lastName, String phone, String mail) {
        return new Person(
                Optional.empty(),
                Optional.of(lastName),
                Optional.of(firstName),
                Optional.empty(),
                phone.isEmpty() ? List.of() : List.of(phone),
                mail.isEmpty() ? List.of() : List.of(mail),
                Optional.empty());
    }
}
