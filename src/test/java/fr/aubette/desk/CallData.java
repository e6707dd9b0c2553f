package fr.aubette.desk;

import static org.awaitility.Awaitility.await;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.ami.AmiLog;
import fr.aubette.ami.Conversation;
import fr.aubette.identify.match.Keys;
import fr.aubette.intake.Intake;
import fr.aubette.live.Pushes;
import fr.aubette.model.CallControl;
import fr.aubette.model.CaseFile;
import fr.aubette.switchboard.Telephones;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who call, and an exchange that takes orders and only notes them. */
@Component
public class CallData implements CallControl {

    static final String CLAIRE = "+33639980171";
    static final String HIDDEN = "+33639980172";
    static final String SHARED = "+33639980173";

    private static final Pattern STAMP = Pattern.compile("Timestamp: (\\d+)(\\.\\d+)");

    final List<String> orders = new ArrayList<>();

    private final DeskData data;
    private final JdbcClient jdbc;
    private final Intake intake;
    private final Pushes pushes;
    private final Telephones telephones;

    CallData(DeskData data, JdbcClient jdbc, Intake intake, Pushes pushes, Telephones telephones) {
        this.data = data;
        this.jdbc = jdbc;
        this.intake = intake;
        this.pushes = pushes;
        this.telephones = telephones;
    }

    void fill() {
        data.clear();
        jdbc.sql("truncate call_form, call_back, agent_phone").update();
        data.person("ines", "Inès Vidal", Right.everywhere(Kind.SWITCHBOARD), Right.in(Kind.AGENT, "ACCUEIL"));
        data.person("omar", "Omar Kaci", Right.everywhere(Kind.SWITCHBOARD));
        data.person("admin", "Paul Astier", Right.everywhere(Kind.ADMINISTRATOR));
        knows(
                CLAIRE,
                data.ticket("APA", "AUTONOMIE", "Aide à domicile pour mon père").open("Claire", "Chauvin"));
        knows(
                HIDDEN,
                data.ticket("ENFANT_EN_DANGER", "ENFANCE_FAMILLE", "Signalement")
                        .priority("protected")
                        .open("Agathe", "Perrin"));
        knows(SHARED, data.ticket("RSA", "INSERTION", "Contrat").open("Jules", "Besson"));
        knows(SHARED, data.ticket("MDPH", "AUTONOMIE", "Carte").open("Rose", "Besson"));
    }

    /** A ticket of hers to whom the reception's tickets belong, of somebody with this number; its own number. */
    String ticketAtReception(String number) {
        DeskData.Draft ticket = data.ticket("RSA", "ACCUEIL", "Attestation").open("Paule", "Mercier");
        knows(number, ticket);
        return ticket.number();
    }

    /** Somebody with this number, met at the reception and in a matter that the reception knows nothing of. */
    void inAHiddenMatterToo(String number) {
        String seen = ticketAtReception(number);
        UUID citizen = jdbc.sql("select citizen_id from ticket where number = ?")
                .param(seen)
                .query(UUID.class)
                .single();
        hiddenMatterOf(citizen);
    }

    /** Somebody of a register, with this number there, met in a hidden matter only. */
    void inAHiddenMatterOnly(String number) {
        DeskData.Draft secret = data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Secret")
                .priority("protected")
                .open("Solange", "Troncquoy");
        knows(number, secret);
        jdbc.sql("update citizen_fact set source = 'solis', proof = 'checked' where value = ?")
                .param(number)
                .update();
    }

    /** Somebody of a register whom the directorates' software tells of, met in no ticket. */
    UUID hasACaseFile(String firstName, String lastName, String number) {
        UUID citizen = UUID.randomUUID();
        jdbc.sql("insert into citizen (id, last_name, first_name, opened_at) values (?, ?, ?, now())")
                .params(citizen, lastName, firstName)
                .update();
        jdbc.sql("insert into case_file values ('solis', ?, ?, ?, 'AUTONOMIE', '', '', now())")
                .params(CaseFile.folded(number), citizen, number)
                .update();
        return citizen;
    }

    void hiddenMatterOf(UUID citizen) {
        data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Secret")
                .priority("protected")
                .open(citizen);
    }

    /** Whether a call's form went into its ticket. */
    boolean inItsTicket(String conversation) {
        return jdbc.sql("select count(*) from call_form where conversation = ? and applied_at is not null")
                        .param(conversation)
                        .query(Long.class)
                        .single()
                == 1;
    }

    UUID holderOfCall(String conversation) {
        return ofCall("t.citizen_id", conversation, UUID.class);
    }

    String directorateOfCall(String conversation) {
        return ofCall("t.directorate", conversation, String.class);
    }

    private <T> T ofCall(String column, String conversation, Class<T> type) {
        return jdbc.sql("select " + column + " from intake i join contact c on c.intake_id = i.id"
                        + " join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id"
                        + " where i.reference = ?")
                .param(conversation)
                .query(type)
                .single();
    }

    /** Numbers of the tickets that this call is in. */
    List<String> ticketsOfCall(String conversation) {
        return jdbc.sql("""
                        select t.number from intake i join contact c on c.intake_id = i.id
                        join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                        where i.reference = ? and t.status <> 'settled' order by t.number
                        """).param(conversation).query(String.class).list();
    }

    /** The rows that are kept of a call. */
    String kept(String conversation) {
        return jdbc.sql("""
                        select coalesce(string_agg(i::text || c::text || c.detail::text, ' '), '')
                        from intake i left join contact c on c.intake_id = i.id where i.reference = ?
                        """).param(conversation).query(String.class).single();
    }

    private void knows(String number, DeskData.Draft ticket) {
        UUID citizen = jdbc.sql("select citizen_id from ticket where number = ?")
                .param(ticket.number())
                .query(UUID.class)
                .single();
        jdbc.sql("insert into citizen_key (key, citizen_id) values (?, ?)")
                .params(Keys.hashed("t|" + number), citizen)
                .update();
        jdbc.sql("""
                        insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
                        values (?, 'phone', ?, 'contact', 'matched', now(), now())
                        """).params(citizen, number).update();
    }

    void seat(String login, String extension) {
        telephones.seat(new Telephones.Telephone(login, "standard", extension));
    }

    void missedCalls() {
        Instant now = Instant.now();
        missed("missed.1", "+33639980181", now.minusSeconds(4_000));
        missed("missed.2", "+33639980182", now.minusSeconds(900));
        await().atMost(Duration.ofSeconds(20)).until(() -> owed() == 2);
    }

    long owed() {
        return jdbc.sql("select count(*) from call_back where ended_at is null")
                .query(Long.class)
                .single();
    }

    /** The call's own account, as the exchange tells it once it is over. */
    void callCame(String conversation, String number, Instant at) {
        take("demo/cti/a_queue_answered.ami", "0639980101", conversation, "0" + number.substring(3), at);
    }

    void missed(String conversation, String number, Instant at) {
        take("demo/cti/b_abandoned_ringing.ami", "0639980103", conversation, "0" + number.substring(3), at);
    }

    /** A missed call of somebody who withheld the number. */
    void missedWithheld(String conversation, Instant at) {
        take("demo/cti/b_abandoned_ringing.ami", "0639980103", conversation, "anonymous", at);
    }

    /** A call that an agent placed. */
    void placed(String conversation, String number, Instant at) {
        take("cti/k_click_to_call.ami", "0639980121", conversation, "0" + number.substring(3), at);
    }

    private void take(String recording, String recorded, String conversation, String number, Instant at) {
        try (InputStream in = Objects.requireNonNull(CallData.class.getResourceAsStream("/" + recording))) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replaceAll("SystemName: .*\r\n", "")
                    .replace(recorded, number)
                    .replaceAll("[A-Za-z0-9]+-(\\d{10}\\.\\d+)", conversation + "-$1");
            byte[] bytes = shifted(text, at).getBytes(StandardCharsets.ISO_8859_1);
            for (Conversation call :
                    AmiLog.read(new ByteArrayInputStream(bytes), Instant.now()).conversations()) {
                Conversation named =
                        new Conversation("", conversation, call.startedAt(), 0, renamed(call, conversation));
                intake.take(named.item("standard"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shifted(String text, Instant at) {
        Matcher first = STAMP.matcher(text);
        long by = first.find() ? at.getEpochSecond() - Long.parseLong(first.group(1)) : 0;
        return STAMP.matcher(text)
                .replaceAll(stamp -> "Timestamp: " + (Long.parseLong(stamp.group(1)) + by) + stamp.group(2));
    }

    private static byte[] renamed(Conversation call, String conversation) {
        return new String(call.bytes(), StandardCharsets.ISO_8859_1)
                .replace(call.callId() + "\r\n", conversation + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many of a kind the hidden file's history has. */
    long told(String kind) {
        return jdbc.sql("select count(*) from ticket_event where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** The one line of this number: how many calls, and why it ended. */
    String line(String number) {
        return jdbc.sql("select missed || ' ' || coalesce(why, 'owed') from call_back where number = ?")
                .param(number)
                .query(String.class)
                .list()
                .toString();
    }

    long callsTaken(String prefix) {
        return jdbc.sql("select count(*) from intake where channel = 'phone' and reference like ? and outcome <> ''")
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }

    void awaitDraft(String conversation, String note) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("select count(*) from call_form where conversation = ? and note = ?")
                                .params(conversation, note)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    void awaitSettled(String conversation) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                select count(*) from intake i join contact c on c.intake_id = i.id
                                join ticket_contact tc on tc.contact_id = c.id join ticket t on t.id = tc.ticket_id
                                where i.reference = ? and i.outcome = 'settled' and t.status = 'settled'
                                  and t.motive = 'APA'
                                  and not exists (select 1 from deadline d where d.ticket_id = t.id)
                                  and not exists (select 1 from answer a where a.ticket_id = t.id)
                                """).param(conversation).query(Long.class).single() == 1);
    }

    void awaitStream(String login) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !pushes.languages(login).isEmpty());
    }

    @Override
    public boolean takes(String line) {
        return true;
    }

    @Override
    public void place(String line, String extension, String number) {
        orders.add("place " + extension + " " + number);
    }

    @Override
    public void passOn(String line, String conversation, String extension, String to) {
        orders.add(conversation + " " + extension + " " + to);
    }
}
