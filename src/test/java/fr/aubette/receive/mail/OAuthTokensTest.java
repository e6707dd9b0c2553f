package fr.aubette.receive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.hub.MovingClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {

    private final MailRoute.MemoryTokens kept = new MailRoute.MemoryTokens();
    private final MovingClock clock = new MovingClock("2026-03-02T09:00:00Z");
    private TokenServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TokenServer(0, "contact");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksWithTheClientsOwnCredentials() throws Exception {
        assertThat(tokens(Optional.empty()).secret()).isEqualTo("token-1");

        assertThat(server.asked)
                .containsExactly("grant_type=client_credentials&client_id=aubette&client_secret=s%26cret%2B1"
                        + "&scope=https%3A%2F%2Foutlook.office365.com%2F.default");
    }

    @Test
    void keepsATokenUntilItsEndIsNear() throws Exception {
        OAuthTokens tokens = tokens(Optional.empty());
        tokens.secret();

        clock.advance(Duration.ofSeconds(3_299));
        assertThat(tokens.secret()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.secret()).isEqualTo("token-2");
    }

    @Test
    void renewsAShortLivedTokenAtATenthOfItsLife() throws Exception {
        server.lifeOfTokens(60);
        OAuthTokens tokens = tokens(Optional.empty());
        tokens.secret();

        clock.advance(Duration.ofSeconds(53));
        assertThat(tokens.secret()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.secret()).isEqualTo("token-2");
    }

    @Test
    void asksAnewWhenATokenWasRefused() throws Exception {
        OAuthTokens tokens = tokens(Optional.empty());
        tokens.secret();

        tokens.refused();

        assertThat(tokens.secret()).isEqualTo("token-2");
    }

    @Test
    void usesTheRefreshTokenThatReplacedTheConfiguredOne() throws Exception {
        tokens(Optional.of("first")).secret();
        tokens(Optional.of("first")).secret();
        tokens(Optional.of("another")).secret();

        assertThat(server.asked.get(0)).contains("grant_type=refresh_token&refresh_token=first&");
        assertThat(server.asked.get(1)).contains("refresh_token=next-1&");
        assertThat(server.asked.get(2)).contains("refresh_token=another&");
    }

    @Test
    void namesTheStepThatFailed() {
        OAuthTokens tokens = tokens(Optional.of("first"));
        server.instead.add(new TokenServer.Answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"x\"}"));
        assertThatThrownBy(tokens::secret)
                .hasMessage(
                        "token: 127.0.0.1 refuses with 400 invalid_grant: check refreshToken: it has run out or was withdrawn");
        server.instead.add(new TokenServer.Answer(401, "{\"error\":\"invalid_client\"}"));
        assertThatThrownBy(tokens::secret).hasMessageContaining("401 invalid_client: check clientId and clientSecret");
        server.instead.add(new TokenServer.Answer(502, "<html>Bad gateway</html>"));
        assertThatThrownBy(tokens::secret).hasMessageContaining("refuses with 502: check tokenUrl");
        server.instead.add(new TokenServer.Answer(200, "{}"));
        assertThatThrownBy(tokens::secret).hasMessage("token: 127.0.0.1 answered without an access_token");
        server.close();
        assertThatThrownBy(tokens::secret).hasMessage("token: 127.0.0.1 cannot be asked (ConnectException)");
    }

    private OAuthTokens tokens(Optional<String> refreshToken) {
        TokenSettings settings = new TokenSettings(
                URI.create("http://127.0.0.1:" + server.port() + "/token"),
                "aubette",
                TokenServer.SECRET,
                refreshToken,
                "https://outlook.office365.com/.default");
        try {
            return new OAuthTokens(settings, kept, Trust.context(Optional.empty()), clock);
        } catch (MailboxTrouble impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
