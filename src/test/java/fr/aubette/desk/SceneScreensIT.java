package fr.aubette.desk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.hub.Chromium;
import fr.aubette.hub.HubTest;
import fr.aubette.hub.Looks;
import fr.aubette.hub.SignedIn;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields;
import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An incident, what must be given back, who read a file. With {@code -Daubette.screens=folder} it leaves pictures
 * there.
 */
@HubTest
class SceneScreensIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private UUID citizen = new UUID(0, 0);
    private String road = "";
    private String first = "";

    @BeforeEach
    void fill() {
        data.clear();
        data.person(
                "vera", "Vera Durand", Right.in(Kind.SUPERVISOR, "MOBILITES_VOIRIE"), Right.everywhere(Kind.MAILROOM));
        citizen = new KnownPeople(jdbc).citizen("Lemaire", "Lucie", "1961-05-04", "", "", "");
        DeskData.Draft known =
                data.ticket("ROUTES", "MOBILITES_VOIRIE", "Nid-de-poule RD 12").open(citizen);
        known.said(new Form("contact", Optional.empty(), Map.of()), Instant.now(), Person.unknown(), "Un trou, RD 12.");
        DeskData.Draft second =
                data.ticket("ROUTES", "MOBILITES_VOIRIE", "Trou RD 12").open("Paule", "Essai");
        second.said(new Form("contact", Optional.empty(), Map.of()), Instant.now(), Person.unknown(), "Trou, D12.");
        second.said(letter(), Instant.now(), Person.unknown(), "Je joins un chèque.");
        jdbc.sql("""
                        insert into incident_report (ticket_id, motive, thing, communes, landmarks, seen_at,
                                                     first_id, confidence, why, linked_by, linked_at)
                        values (?, 'ROUTES', 'chaussée', '{}', '{}', now(), ?, 0.95,
                                'même route (RD 12), même point repère, même chose (chaussée) : sûr à 95 %', 'aubette', now())
                        """).params(second.id(), known.id()).update();
        first = known.number();
        road = second.number();
    }

    @Test
    void passAxeAndNeverScrollSideways() {
        SoftAssertions all = new SoftAssertions();
        try (BrowserContext context = BROWSER.newContext(Looks.window("fr-FR"))) {
            Page page = SignedIn.page(context, port, "vera", DeskData.PASSWORD);
            page.navigate(url("/demandes/" + road));
            Assertions.assertThat(page.locator("#incident").textContent()).contains("2 signalements", "sûr à 95 %");
            page.locator("#act-link").click();
            Looks.check(all, page, "incident");
            page.navigate(url("/a-rendre"));
            Assertions.assertThat(page.locator("main").textContent()).contains("chèque", road);
            Looks.check(all, page, "a-rendre");
            page.navigate(url("/demandes/" + first));
            page.navigate(url("/usagers/" + citizen + "/lectures"));
            Assertions.assertThat(page.locator("main").textContent()).contains(first, "Traiter la demande");
            Looks.check(all, page, "lectures");
        }
        all.assertAll();
    }

    private static Letter letter() {
        LetterFields none = LetterFields.NONE;
        LetterFields found = new LetterFields(
                Optional.of(new Found("Paule Essai", 92)),
                none.senderAddress(),
                none.date(),
                none.object(),
                none.reference(),
                none.phones(),
                none.mails(),
                none.amounts(),
                none.registered(),
                none.forms(),
                none.returned(),
                none.envelope(),
                none.postmark(),
                List.of(new Found("chèque", 80)));
        return new Letter(
                "",
                DeskData.today().minusDays(2),
                List.of(),
                Letter.Reading.WHOLE,
                Optional.empty(),
                List.of(),
                1,
                1,
                Optional.empty(),
                found);
    }

    private String url(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
