package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.PostOffice;
import fr.aubette.model.Form;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writing to a citizen without script: typed, kept, completed, agreed to, sent; and what stops it. */
@HubTest
class AnswersIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SECRET = "CONFIDENCE-ENTRE-AGENTS";
    private static final int WALKS = 6;
    private static final int STEPS = 12;

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @Value("${aubette.answer.signature-book.folder}")
    Path parapheur;

    @LocalServerPort
    int port;

    private final String who = "lucie-" + UUID.randomUUID() + "@example.org";
    private DeskData.Draft ticket;
    private Visitor claire;

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("claire", "Claire Morvan", "MOBILITES_VOIRIE", "AUTONOMIE", "INSERTION");
        data.agent("denis", "Denis Roux", "MOBILITES_VOIRIE");
        data.agent("responsable.aides", "Fatou Diarra", "AUTONOMIE");
        data.agent("direction.autonomie", "Nadia Ferhat", "AUTONOMIE");
        ticket = ticket("ROUTES", "MOBILITES_VOIRIE");
        claire = new Visitor(port).signIn("claire", DeskData.PASSWORD);
    }

    @Test
    void leavesOnceItsVariablesAreFilledAndNeverWithANote() throws Exception {
        claire.get(page());
        claire.post(page() + "/noter", Map.of("text", "NOTE-INTERNE ne jamais dire à l'usager"));
        write("modele", Map.of("model", "travaux-programmes"));
        assertThat(stored("body")).contains("{{day}}", "{{kind}}").doesNotContain("{{received}}");

        assertThat(write("envoyer", Map.of()).body()).contains("Rien n’est parti", "Jour de l&#39;intervention");
        assertThat(stored("state")).isEqualTo("draft");
        assertThat(write("envoyer", Map.of("var_day", "2026-12-03", "var_kind", "une visite"))
                        .body())
                .contains("Nature");
        write("envoyer", Map.of("var_day", "2026-12-03", "var_kind", "une visite sur place"));

        MimeMessage mail = received();
        assertThat(mail.getContent().toString())
                .contains("une visite sur place le 3 décembre 2026", "Claire Morvan")
                .doesNotContain("NOTE-INTERNE", "{{");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        await().atMost(SOON).until(() -> stored("state").equals("sent"));
        assertThat(jdbc.sql("select kind from deadline where ticket_id = ?")
                        .param(ticket.id())
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(claire.get(page()).body()).contains("Envoyé", "a envoyé la réponse");
        assertThat(PostOffice.all().stream().map(PostOffice::raw)).noneMatch(raw -> raw.contains("NOTE-INTERNE"));
    }

    @Test
    void comesBackWhileItHasNotLeft() {
        claire.get(page());
        write("envoyer", Map.of("text", "Bonjour, c'est réparé."));
        HttpResponse<String> page = claire.get(page());
        if (stored("state").equals("ready")) {
            assertThat(page.body()).contains("La réponse partira à", "Annuler l’envoi");
            claire.post(page() + "/reponses/" + stored("id") + "/annuler", Map.of());
            assertThat(stored("state")).isEqualTo("draft");
            assertThat(claire.get(page()).body()).contains("Bonjour, c&#39;est réparé.");
            assertThat(PostOffice.to(who)).isEmpty();
        }
    }

    @Test
    void waitsForVisaAndSignatureAndSaysWhoSigned() throws Exception {
        ticket = ticket("AIDE_SOCIALE_HEBERGEMENT", "AUTONOMIE");
        claire.get(page());
        write("envoyer", Map.of("text", "Votre aide est accordée."));
        assertThat(stored("state")).isEqualTo("visa");
        assertThat(claire.get("/a-signer").body()).contains("Rien ne vous attend");
        assertThat(claire.post("/reponses/" + stored("id") + "/accorder", Map.of())
                        .statusCode())
                .isEqualTo(403);

        Visitor fatou = new Visitor(port).signIn("responsable.aides", DeskData.PASSWORD);
        assertThat(fatou.get("/a-signer").body()).contains("Votre aide est accordée.");
        fatou.post("/reponses/" + stored("id") + "/refuser", Map.of("remark", "Citez l'article."));
        assertThat(stored("state")).isEqualTo("draft");
        assertThat(claire.get(page()).body()).contains("Citez l&#39;article.");
        write("envoyer", Map.of("text", "Votre aide est accordée (CASF L113-1)."));
        fatou.get("/a-signer");
        fatou.post("/reponses/" + stored("id") + "/accorder", Map.of());
        assertThat(stored("state")).isEqualTo("signature");

        Visitor nadia = new Visitor(port).signIn("direction.autonomie", DeskData.PASSWORD);
        nadia.get("/a-signer");
        nadia.post("/reponses/" + stored("id") + "/accorder", Map.of());

        assertThat(received().getContent().toString())
                .contains("CASF L113-1", "par délégation,", "La directrice de l'autonomie", "Nadia Ferhat");
        assertThat(jdbc.sql("select kind from ticket_event where ticket_id = ? and kind like 'answer-%' order by seq")
                        .param(ticket.id())
                        .query(String.class)
                        .list())
                .startsWith("answer-submitted", "answer-refused", "answer-submitted", "answer-agreed", "answer-signed");
    }

    @Test
    void followsTheOutsideSignatureBookAndNoDecisionAboutAnotherText() throws Exception {
        ticket = ticket("RSA_RECOURS", "INSERTION");
        claire.get(page());
        write("envoyer", Map.of("text", "Votre recours est accepté."));
        String id = stored("id");
        Path out = parapheur.resolve("out").resolve(id + ".json");
        await().atMost(SOON).until(() -> Files.exists(out));
        assertThat(Files.readString(parapheur.resolve("out").resolve(id).resolve("reponse.txt")))
                .isEqualTo("Votre recours est accepté.");
        Path back = Files.createDirectories(parapheur.resolve("back"));

        decide(back, "faux", "{\"id\":\"" + id + "\",\"decision\":\"signed\",\"sha256\":\"00\"}");
        await().atMost(SOON).until(() -> Files.exists(back.resolve("refused/faux.json")));
        assertThat(stored("state")).isEqualTo("signature");

        String sha256 = new ObjectMapper().readTree(out.toFile()).path("sha256").asText();
        decide(
                back,
                "vrai",
                "{\"id\":\"" + id + "\",\"decision\":\"signed\",\"sha256\":\"" + sha256
                        + "\",\"by\":\"parapheur:y.legoff\",\"signedAs\":\"Le directeur\\nYannick Le Goff\"}");
        assertThat(received().getContent().toString()).contains("accepté", "Yannick Le Goff");
    }

    private static void decide(Path back, String name, String json) throws IOException {
        Path part = back.resolve(name + ".part");
        Files.writeString(part, json);
        Files.move(part, back.resolve(name + ".json"));
    }

    @Test
    void obeysTheCitizensWishesUntilTheMomentOfSending() {
        claire.get(page());
        claire.post(page() + "/contact/ajouter", Map.of("kind", "never-address", "address", who));
        assertThat(write("envoyer", Map.of("text", "Bonjour")).body()).contains("ne jamais être écrit");

        claire.post(
                page() + "/contact/"
                        + jdbc.sql("select id from contact_wish")
                                .query(UUID.class)
                                .single() + "/retirer",
                Map.of());
        write("envoyer", Map.of("text", "Bonjour"));
        jdbc.sql("""
                        insert into contact_wish (id, citizen_id, kind, set_by, set_at)
                        select gen_random_uuid(), citizen_id, 'never-mail', 'denis', now() from ticket where id = ?
                        """).param(ticket.id()).update();
        await().atMost(SOON)
                .until(() ->
                        stored("state").equals("stopped") || stored("state").equals("sent"));
        if (stored("state").equals("stopped")) {
            assertThat(claire.get(page()).body()).contains("ne jamais recevoir de courriel");
            assertThat(PostOffice.to(who)).isEmpty();
        }
    }

    @Test
    void keepsBothTextsOfTwoTabsAndOffersAColleaguesDraft() {
        claire.get(page());
        write("enregistrer", Map.of("text", "Premier texte"));
        Map<String, String> old = form();
        write("enregistrer", Map.of("text", "Deuxième texte"));
        Map<String, String> late = new HashMap<>(old);
        late.put("text", "Texte de l'autre onglet");
        assertThat(claire.post(page() + "/reponse/brouillon", late).statusCode())
                .isEqualTo(409);
        assertThat(claire.get(page()).body()).contains("Deuxième texte", "Texte de l&#39;autre onglet");

        Visitor denis = new Visitor(port).signIn("denis", DeskData.PASSWORD);
        denis.get(page());
        denis.post(page() + "/prendre", Map.of("version", "0"));
        assertThat(denis.get(page()).body()).contains("Claire Morvan écrit aussi", "Deuxième texte");
        denis.post(page() + "/reponse/reprendre", Map.of("draft", stored("id")));
        assertThat(stored("author")).isEqualTo("denis");
        assertThat(stored("body")).isEqualTo("Deuxième texte");
    }

    @Test
    void movesTheServiceCommitmentOnlyWhenItAsksForPatience() {
        claire.get(page());
        write("modele", Map.of("model", "reponse-attente"));
        write("envoyer", Map.of("var_until", "2027-01-15"));
        await().atMost(SOON).until(() -> stored("state").equals("sent"));
        assertThat(jdbc.sql("select kind || ' ' || due_on from deadline where ticket_id = ? order by 1")
                        .param(ticket.id())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .contains("SERVICE_COMMITMENT 2027-01-15");
    }

    @Test
    void letsNoNoteOutWhateverComesBeforeAndAfterIt() {
        int notes = 0;
        for (long seed = 1; seed <= WALKS; seed++) {
            ticket = ticket("ROUTES", "MOBILITES_VOIRIE");
            claire.get(page());
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                anything(random);
            }
            write("envoyer", Map.of("text", "Bonjour, tout est réparé."));
            notes += told();
        }
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from answer where state in ('ready', 'sending')")
                                .query(Integer.class)
                                .single()
                        == 0);

        assertThat(notes).as("notes and reasons in the histories").isGreaterThan(WALKS);
        assertThat(PostOffice.to(who)).hasSizeGreaterThanOrEqualTo(WALKS);
        assertThat(PostOffice.all().stream().map(PostOffice::raw)).noneMatch(raw -> raw.contains(SECRET));
        assertThat(jdbc.sql("select count(*) from answer a where to_jsonb(a)::text like '%' || ? || '%'")
                        .param(SECRET)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** One thing that an agent may do; what she writes for colleagues bears the mark. */
    private void anything(Random random) {
        Map<String, String> act = Map.of(
                "version",
                jdbc.sql("select version from ticket where id = ?")
                        .param(ticket.id())
                        .query(String.class)
                        .single(),
                "text",
                SECRET + random.nextInt());
        switch (random.nextInt(8)) {
            case 0, 1 -> claire.post(page() + "/noter", act);
            case 2 -> claire.post(page() + "/prendre", act);
            case 3 -> claire.post(page() + "/regler", act);
            case 4 -> claire.post(page() + "/clore", act);
            case 5 -> claire.post(page() + "/rouvrir", act);
            case 6 -> write("enregistrer", Map.of("text", "Bonjour, nous y travaillons."));
            default -> write("envoyer", Map.of("text", "Bonjour, nous y travaillons."));
        }
    }

    private int told() {
        return jdbc.sql(
                        "select count(*) from ticket_event e where ticket_id = ? and to_jsonb(e)::text like '%' || ? || '%'")
                .param(ticket.id())
                .param(SECRET)
                .query(Integer.class)
                .single();
    }

    private DeskData.Draft ticket(String motive, String directorate) {
        DeskData.Draft made = data.ticket(motive, directorate, "Trou sur la RD 12")
                .open("Lucie", "Lemaire")
                .due("SERVICE_COMMITMENT", LocalDate.of(2026, 11, 20), "Services Publics+", "7 jours")
                .due("IMPLIED_REJECTION", LocalDate.of(2027, 1, 2), "CRPA L231-4", "2 mois");
        made.said(
                new Form("voirie", Optional.empty(), Map.of()),
                Instant.now(),
                DeskData.person("Lucie", "Lemaire", "", who),
                "Un trou.");
        return made;
    }

    private String page() {
        return "/demandes/" + ticket.number();
    }

    /** Presses a button of the composer, with these fields changed. */
    private HttpResponse<String> write(String word, Map<String, String> changed) {
        Map<String, String> fields = form();
        fields.putAll(changed);
        return claire.post(page() + "/reponse/" + word, fields);
    }

    /** The composer's fields as the page shows them. */
    private Map<String, String> form() {
        String body = claire.get(page()).body();
        String form = body.substring(body.indexOf("id=\"reply\""));
        Map<String, String> fields = new HashMap<>();
        Matcher inputs = Pattern.compile("<input[^>]*name=\"(answer|version|recipient|subject)\"[^>]*>")
                .matcher(form);
        while (inputs.find()) {
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(inputs.group());
            fields.put(inputs.group(1), value.find() ? unescaped(value.group(1)) : "");
        }
        Matcher text = Pattern.compile("(?s)<textarea id=\"reply-text\"[^>]*>(.*?)</textarea>")
                .matcher(form);
        fields.put("text", text.find() ? unescaped(text.group(1).replaceFirst("^\\R|^&#10;", "")) : "");
        return fields;
    }

    private static String unescaped(String html) {
        return org.springframework.web.util.HtmlUtils.htmlUnescape(html);
    }

    private String stored(String column) {
        return jdbc.sql("select " + column + "::text from answer where ticket_id = ?")
                .param(ticket.id())
                .query(String.class)
                .single();
    }

    private MimeMessage received() {
        await().atMost(SOON).until(() -> !PostOffice.to(who).isEmpty());
        List<MimeMessage> mails = PostOffice.to(who);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
