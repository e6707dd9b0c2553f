package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own password. */
@HubTest
class OwnPasswordIT {

    private static final String WANTED = "quatre petits chiens";

    @Autowired
    DeskData data;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visitor here;

    @BeforeEach
    void signIn() {
        data.clear();
        data.agent("claire", "Claire", "CULTURE");
        here = new Visitor(port).signIn("claire", DeskData.PASSWORD);
    }

    @Test
    void endsAllOtherSessionsWhenItIsChanged() {
        Visitor elsewhere = new Visitor(port).signIn("claire", DeskData.PASSWORD);
        assertThat(elsewhere.get("/demandes").body()).doesNotContain("id=\"username\"");

        assertThat(change(DeskData.PASSWORD, WANTED)).contains("Le mot de passe est changé");

        assertThat(here.get("/demandes").body()).doesNotContain("id=\"username\"");
        assertThat(elsewhere.get("/demandes").body()).contains("id=\"username\"");
        assertThat(new Visitor(port)
                        .signIn("claire", DeskData.PASSWORD)
                        .get("/demandes")
                        .body())
                .contains("id=\"username\"");
        assertThat(new Visitor(port).signIn("claire", WANTED).get("/demandes").body())
                .doesNotContain("id=\"username\"");
        assertThat(new Visitor(port).get("/mot-de-passe").body()).contains("id=\"username\"");
    }

    @Test
    void staysWhenTheOldIsNotKnownOrTheNewIsWeak() {
        assertThat(change("faux", WANTED)).contains("n’est pas le bon");
        assertThat(change(DeskData.PASSWORD, "court")).contains("de 12 à 72 caractères.");
        assertThat(change(DeskData.PASSWORD, "long ".repeat(20))).contains("de 12 à 72 caractères.");
        assertThat(change(DeskData.PASSWORD, DeskData.PASSWORD)).contains("être différent");

        assertThat(new Visitor(port)
                        .signIn("claire", DeskData.PASSWORD)
                        .get("/demandes")
                        .body())
                .doesNotContain("id=\"username\"");
    }

    @Test
    void isAsSlowToGuessAsTheSignIn() {
        for (int guess = 0; guess < 6; guess++) {
            change("faux", WANTED);
        }

        assertThat(change(DeskData.PASSWORD, WANTED)).contains("n’est pas le bon");
        assertThat(jdbc.sql("select failures from account where login = 'claire'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(5);
    }

    private String change(String old, String wanted) {
        assertThat(here.get("/mot-de-passe").statusCode()).isEqualTo(200);
        return here.post("/mot-de-passe", Map.of("old", old, "wanted", wanted)).body();
    }
}
