package fr.aubette.desk;

import fr.aubette.hub.Items;
import fr.aubette.hub.PlainItems;
import fr.aubette.intake.Intake;
import fr.aubette.intake.Taken;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.switchboard.CallForm;
import fr.aubette.switchboard.CallForms;
import fr.aubette.switchboard.CallKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages of danger, {@value #EACH} by each channel, each with a word that is nowhere else. */
@Component
class Canaries {

    /** What each word begins with. */
    static final String MARK = "kanarivok";

    private static final int EACH = 9;

    private static final List<String> DANGERS = List.of(
            "Le petit du quatrième, 4 ans, pleure toutes les nuits, il a des bleus et son père le frappe. %s",
            "Ma voisine de 88 ans a des bleus, son neveu la frappe et lui prend sa carte bleue, elle a peur. %s",
            "Mon mari me frappe devant les enfants et menace de me tuer, j'ai peur pour ma vie. %s",
            "Ma nièce de 12 ans dit que son beau-père vient la toucher dans sa chambre la nuit. %s",
            "Mon élève de 9 ans a des traces de ceinture et dit que son père le frappe à la maison. %s");

    private final Intake intake;
    private final JdbcClient jdbc;
    private final CallData calls;
    private final CallForms forms;
    private final List<String> words = new ArrayList<>();

    Canaries(Intake intake, JdbcClient jdbc, CallData calls, CallForms forms) {
        this.intake = intake;
        this.jdbc = jdbc;
        this.calls = calls;
        this.forms = forms;
    }

    /** How many are released. */
    static final int ALL = EACH * ChannelKind.values().length;

    /** All of them; what they said is then in {@link #words()}. */
    void release(int port) {
        for (int each = 0; each < EACH; each++) {
            String danger = DANGERS.get(each % DANGERS.size());
            mail(danger, word());
            form(port, each, danger, word());
            visit(danger, word());
            letter(danger, word());
            call(danger, word());
            video(danger, word());
        }
    }

    /** One that nothing can be made of. */
    Taken broken() {
        String word = word();
        String json = "{\"entree\": \"autre " + word + "\", \"message\": \""
                + DANGERS.get(0).formatted(word) + "\"}";
        return intake.take(item(ChannelKind.COUNTER, json, Map.of("agent", "claire", "site", "Siège")));
    }

    List<String> words() {
        return List.copyOf(words);
    }

    private String word() {
        String word = MARK
                + UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + (char) ('a' + words.size() % 26)
                + (char) ('a' + words.size() / 26);
        words.add(word);
        return word;
    }

    private void mail(String danger, String word) {
        String id = UUID.randomUUID().toString();
        intake.take(Items.raw("""
                From: Odile %s <odile-%s@example.org>
                To: contact@departement.example
                Subject: =?UTF-8?Q?Inqui=C3=A9tude?= %s
                Message-ID: <%s@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(word, id, word, id, danger.formatted(word))));
    }

    /** Some under a category that is wrong, some behind an ordinary matter. */
    private void form(int port, int each, String danger, String word) {
        String before =
                each % 3 == 0 ? "Il y a un nid de poule profond sur la RD 12 au PK 4, chaussée abîmée.\\n\\n" : "";
        String json = """
                {"categorie": "voirie", "nom": "%s", "prenom": "Odile", "courriel": "form-%s@example.org",
                 "objet": "%s", "message": "%s%s"}
                """.formatted(
                        before.isEmpty() ? word : "Chemin",
                        UUID.randomUUID(),
                        before.isEmpty() ? word : "Nid de poule",
                        before,
                        danger.formatted(word));
        post(port, json);
    }

    /** At the portal's own door. */
    private static void post(int port, String json) {
        try {
            HttpRequest form = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/formulaires/contact"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            int answer = HttpClient.newHttpClient()
                    .send(form, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (answer != 202) {
                throw new IllegalStateException("the portal answers " + answer);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void visit(String danger, String word) {
        String json = """
                {"entree": "visite", "site": "MDS de Clairmont", "nom": "%s", "objet": "%s", "message": "%s"}
                """.formatted(word, word, danger.formatted(word));
        intake.take(item(ChannelKind.COUNTER, json, Map.of("agent", "claire", "site", "Siège")));
    }

    /** Its page is kept as read: what is looked at here comes after the reading. */
    private void letter(String danger, String word) {
        RawItem item = item(ChannelKind.LETTER, word, Map.of("fileName", "lot.pdf", "site", "Siège"));
        jdbc.sql("insert into scan (source, reference, pages) values (?, ?, 1)")
                .params(item.source(), item.reference())
                .update();
        jdbc.sql(
                        "insert into page (source, reference, number, state, text, confidence, reason) values (?, ?, 1, 'read', ?, 95, '')")
                .params(
                        item.source(),
                        item.reference(),
                        "Odile " + word + "\nClairmont\n\nObjet : " + word + "\n\nMadame, Monsieur,\n"
                                + danger.formatted(word))
                .update();
        intake.take(item);
    }

    /** Of a call only what the agent writes has words. */
    private void call(String danger, String word) {
        String conversation = "canari-" + UUID.randomUUID().toString().substring(0, 8) + ".1";
        jdbc.sql(
                        "insert into call_form (line, conversation, login, opened_at, dialled, outgoing) values ('standard', ?, 'claire', ?, '0199000000', false)")
                .params(conversation, Timestamp.from(Instant.now()))
                .update();
        calls.callCame(conversation, "+336399802" + (10 + words.size()), Instant.now());
        forms.finish(
                new CallKey("standard", conversation),
                "claire",
                new CallForm.Said("ENFANT_EN_DANGER", danger.formatted(word), "", "", false));
    }

    private void video(String danger, String word) {
        intake.take(PlainItems.item(
                "visio " + word, word, "visio-" + UUID.randomUUID() + "@example.org", danger.formatted(word)));
    }

    private static RawItem item(ChannelKind channel, String body, Map<String, String> facts) {
        return new RawItem(
                channel,
                "essai",
                UUID.randomUUID().toString(),
                Instant.now(),
                channel == ChannelKind.LETTER ? "application/pdf" : "application/json",
                facts,
                Content.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
