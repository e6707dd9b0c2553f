package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in again, with an open tab of yesterday beside whose script goes on asking. */
@HubTest
class SignInIT {

    @Autowired
    DeskData data;

    @LocalServerPort
    int port;

    @BeforeEach
    void fill() {
        data.clear();
        data.agent("claire", "Claire", "CULTURE");
    }

    @ParameterizedTest
    @CsvSource({"GET, /demandes", "GET, /connexion", "POST, /demandes/26-000001-4/brouillon"})
    void isNotDisturbedByTheScriptOfAnotherTab(String method, String address) throws Exception {
        HttpResponse<String> answer = send(request(method, address).header("X-Requested-With", "XMLHttpRequest"));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("a session would replace the one in which the sign-in page waits")
                .isEmpty();
        assertThat(answer.statusCode()).isIn(200, 302, 403);
    }

    @Test
    void beginsASessionWithItsPage() throws Exception {
        HttpResponse<String> page = send(request("GET", "/connexion"));

        assertThat(page.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("aubette="));
        assertThat(page.body()).contains("name=\"_csrf\"");
    }

    private HttpRequest.Builder request(String method, String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html")
                .header("Cookie", "aubette=00000000000000000000000000000000");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
