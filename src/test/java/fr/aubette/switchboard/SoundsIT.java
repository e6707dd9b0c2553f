package fr.aubette.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.aubette.access.Right;
import fr.aubette.ami.AmiLog;
import fr.aubette.ami.Conversation;
import fr.aubette.ami.Recording;
import fr.aubette.desk.DeskData;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.SignedIn;
import fr.aubette.intake.Intake;
import fr.aubette.model.CallSound;
import fr.aubette.model.CallSounds;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.receive.phone.Waves;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is heard of calls: kept, with its call, for who may see that call, and deleted when its time is over. */
@HubTest
class SoundsIT {

    private static final byte[] SOUND = Waves.of(2, 5);

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    CallSounds sounds;

    @Autowired
    SoundRounds rounds;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Conversation call;

    @BeforeEach
    void people() throws IOException {
        data.clear();
        jdbc.sql("truncate call_sound, call_sound_mail, call_back").update();
        data.person("omar", "Omar Kaci", Right.everywhere(Right.Kind.SWITCHBOARD));
        call = AmiLog.read(new ByteArrayInputStream(Recording.bytes("c_noanswer_voicemail.ami")), Instant.now())
                .conversations()
                .get(0);
    }

    @Test
    void areHeardOnTheTicketOfTheirCallAndByNobodyElse() throws Exception {
        CallSound sound = sound("3000/1", channel());
        sounds.keep(sound);
        assertThat(sounds.tie(sound)).isFalse();
        String ticket = ticketOfTheCall();
        assertThat(sounds.tie(sound("3000/1", "PJSIP/trunk-99999999"))).isFalse();
        assertThat(sounds.tie(sound)).isTrue();

        assertThat(get("ines", "/demandes/" + ticket, "").body())
                .contains("<audio", "Message vocal", "sera supprimé le");
        String address = "/demandes/" + ticket + "/sons/" + soundId();
        HttpResponse<String> whole = get("ines", address, "");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("content-type")).contains("audio/wav");
        assertThat(whole.body()).hasSize(SOUND.length);
        HttpResponse<String> part = get("ines", address, "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("content-range")).contains("bytes 100-199/" + SOUND.length);
        assertThat(part.body()).hasSize(100);
        assertThat(get("omar", address, "").statusCode()).isEqualTo(404);
    }

    @Test
    void arePlayedByARealBrowser() throws Exception {
        CallSound sound = sound("3000/4", channel());
        sounds.keep(sound);
        String ticket = ticketOfTheCall();
        assertThat(sounds.tie(sound)).isTrue();
        try (BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions().setLocale("fr-FR"))) {
            Page page = SignedIn.page(context, port, "ines", DeskData.PASSWORD);
            page.navigate("http://127.0.0.1:" + port + "/demandes/" + ticket);
            Object lasts = page.evaluate("""
                    () => new Promise((told) => {
                      const player = document.querySelector('audio');
                      player.onloadedmetadata = () => told(player.duration);
                      player.onerror = () => told('refused');
                      player.preload = 'metadata';
                      player.load();
                    })""");
            assertThat(lasts).asString().startsWith("2");
            String folder = System.getProperty("aubette.screens", "");
            for (int width : folder.isEmpty() ? new int[0] : new int[] {1440, 768, 360}) {
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    page.setViewportSize(width, 900);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    page.locator("figure.sound").scrollIntoViewIfNeeded();
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    folder,
                                    "son-%d-%s.png"
                                            .formatted(width, scheme.name().toLowerCase()))));
                }
            }
        }
    }

    @Test
    void areDeletedWhenTheirTimeIsOverAndThePageSaysSo() throws Exception {
        CallSound sound = sound("3000/2", channel());
        sounds.keep(sound);
        String ticket = ticketOfTheCall();
        sounds.tie(sound);
        rounds.forget();
        assertThat(get("ines", "/demandes/" + ticket, "").body()).contains("<audio");
        jdbc.sql("update call_sound set kept_at = now() - interval '91 days'").update();

        rounds.forget();

        assertThat(get("ines", "/demandes/" + ticket, "").body())
                .doesNotContain("<audio")
                .contains("Le son a été supprimé le");
        assertThat(get("ines", "/demandes/" + ticket + "/sons/" + soundId(), "").statusCode())
                .isEqualTo(404);
        assertThat(sounds.state("standard", "3000/2")).isEqualTo(CallSounds.State.DONE);
    }

    @Test
    void comeOutOfTheExchangesMailWithoutASecondTicket() throws Exception {
        String ticket = ticketOfTheCall();
        intake.take(mail());

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    rounds.draw();
                    return jdbc.sql("select count(*) from call_sound where intake_id is not null")
                                    .query(Long.class)
                                    .single()
                            == 1;
                });

        assertThat(get("ines", "/demandes/" + ticket, "").body()).contains("<audio");
        assertThat(jdbc.sql("select count(*) from ticket").query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select outcome || ': ' || reason from intake where channel = 'mail'")
                        .query(String.class)
                        .single())
                .isEqualTo("suppressed: message vocal, joint à son appel");
    }

    private CallSound sound(String reference, String channel) {
        return new CallSound(
                "standard",
                reference,
                CallSound.Kind.VOICEMAIL,
                "3000",
                channel,
                Optional.empty(),
                Optional.empty(),
                call.startedAt().plusSeconds(20),
                Duration.ofSeconds(7),
                CallSound.WAV,
                Content.of(SOUND));
    }

    private String channel() {
        String text = new String(call.bytes(), StandardCharsets.UTF_8);
        int at = text.indexOf("Channel: PJSIP/trunk-") + 9;
        return text.substring(at, text.indexOf('\r', at));
    }

    private String ticketOfTheCall() {
        intake.take(call.item("standard"));
        String select = """
                select t.number from ticket t join ticket_contact tc on tc.ticket_id = t.id
                join contact c on c.id = tc.contact_id join intake i on i.id = c.intake_id where i.reference = ?
                """;
        String found = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> jdbc.sql(select)
                                .param(call.reference())
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        number -> !number.isEmpty());
        String directorate = jdbc.sql("select directorate from ticket where number = ?")
                .param(found)
                .query(String.class)
                .single();
        data.person("ines", "Inès Vidal", Right.in(Right.Kind.AGENT, directorate));
        return found;
    }

    private RawItem mail() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/cti/voicemail.eml"))) {
            String sent = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    call.startedAt().plusSeconds(29).atOffset(ZoneOffset.UTC));
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replaceFirst("Date: .*", "Date: " + sent)
                    .replace("SOUND", Base64.getMimeEncoder().encodeToString(SOUND));
            return new RawItem(
                    ChannelKind.MAIL,
                    "accueil",
                    "accueil:" + call.callId(),
                    Instant.now(),
                    "message/rfc822",
                    Map.of("voicemailOf", "standard"),
                    Content.of(text.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private Object soundId() {
        return jdbc.sql("select id from call_sound").query(java.util.UUID.class).single();
    }

    private HttpResponse<String> get(String login, String address, String range) throws Exception {
        String api = address.startsWith("/demandes") && address.contains("/sons/")
                ? address.replace("/demandes/", "/api/tickets/").replace("/sons/", "/sounds/")
                : address;
        if (api.equals(address)) {
            return new fr.aubette.desk.Visitor(port)
                    .signIn(login, DeskData.PASSWORD)
                    .get(address);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + api))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (login + ":" + DeskData.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }
}
