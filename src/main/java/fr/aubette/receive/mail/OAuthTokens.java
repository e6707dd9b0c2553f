package fr.aubette.receive.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for one mailbox, asked for when the last is nearly over. A new refresh token that comes with one replaces the
 * one before (RFC 6749, 6) and is kept, since the one configured may run out.
 */
final class OAuthTokens implements Credentials {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** A token is renewed so long before its end; a short-lived one at a tenth of its life. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** The life of a token whose endpoint does not say (RFC 6749, 4.2.2 recommends to). */
    private static final long ASSUMED_SECONDS = 3_600;
    /** An error code is a word; what else an endpoint says is not repeated. */
    private static final String CODE = "[\\w.-]{1,60}";

    private final TokenSettings settings;
    private final RefreshTokens kept;
    private final Clock clock;
    private final HttpClient http;
    private @Nullable String token;
    private Instant renewAt = Instant.MIN;

    OAuthTokens(TokenSettings settings, RefreshTokens kept, SSLContext trust, Clock clock) {
        this.settings = settings;
        this.kept = kept;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .sslContext(trust)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public synchronized String secret() throws MailboxTrouble {
        String known = token;
        if (known != null && clock.instant().isBefore(renewAt)) {
            return known;
        }
        JsonNode answer = ask();
        String fresh = answer.path("access_token").asText("");
        if (fresh.isEmpty()) {
            throw new MailboxTrouble("token: " + settings.url().getHost() + " answered without an access_token");
        }
        Duration life = Duration.ofSeconds(Math.max(1, answer.path("expires_in").asLong(ASSUMED_SECONDS)));
        Duration tenth = life.dividedBy(10);
        renewAt = clock.instant().plus(life).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
        token = fresh;
        String next = answer.path("refresh_token").asText("");
        if (settings.refreshToken().isPresent() && !next.isEmpty()) {
            kept.keep(settings.refreshToken().get(), next);
        }
        return fresh;
    }

    @Override
    public synchronized void refused() {
        token = null;
    }

    private JsonNode ask() throws MailboxTrouble {
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = json(response.body());
        if (response.statusCode() != 200) {
            String code = answer.path("error").asText("");
            throw new MailboxTrouble("token: %s refuses with %d%s: check %s"
                    .formatted(
                            settings.url().getHost(),
                            response.statusCode(),
                            code.matches(CODE) ? " " + code : "",
                            culprit(code)));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws MailboxTrouble {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MailboxTrouble(
                    "token: %s cannot be asked (%s)"
                            .formatted(settings.url().getHost(), e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailboxTrouble("token: interrupted", e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        settings.refreshToken()
                .ifPresentOrElse(
                        configured -> {
                            fields.put("grant_type", "refresh_token");
                            fields.put("refresh_token", kept.latest(configured).orElse(configured));
                        },
                        () -> fields.put("grant_type", "client_credentials"));
        fields.put("client_id", settings.clientId());
        fields.put("client_secret", settings.clientSecret());
        fields.put("scope", settings.scope());
        return fields.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The codes of RFC 6749, 5.2, in the words of our keys. */
    private static String culprit(String code) {
        return switch (code) {
            case "invalid_client", "unauthorized_client" -> "clientId and clientSecret";
            case "invalid_grant" -> "refreshToken: it has run out or was withdrawn";
            case "invalid_scope" -> "scope";
            default -> "tokenUrl, clientId, clientSecret and scope";
        };
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
