package fr.aubette.receive.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small authorisation server: gives tokens at {@code /token}, and tells Dovecot at {@code /tokeninfo} whose one is.
 */
final class TokenServer implements AutoCloseable {

    static final String SECRET = "s&cret+1";

    /** Every form that was posted for a token. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** What the next answers are instead: status and JSON. */
    final List<Answer> instead = new CopyOnWriteArrayList<>();

    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final String user;
    private volatile int lifeSeconds = 3_600;

    /** An answer to give instead of a token. */
    record Answer(int status, String json) {}

    TokenServer(int port, String user) throws IOException {
        this.user = user;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext("/token", this::token);
        server.createContext("/tokeninfo", this::info);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void lifeOfTokens(int seconds) {
        lifeSeconds = seconds;
    }

    /** None of the tokens given so far is good any more. */
    void withdraw() {
        good.clear();
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(form);
        if (!instead.isEmpty()) {
            Answer answer = instead.remove(0);
            answer(exchange, answer.status(), answer.json());
        } else if (!form.contains("client_secret=s%26cret%2B1")) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else {
            String token = "token-" + asked.size();
            good.add(token);
            String next = form.contains("refresh_token") ? ",\"refresh_token\":\"next-" + asked.size() + "\"" : "";
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d%s}"
                            .formatted(token, lifeSeconds, next));
        }
    }

    private void info(HttpExchange exchange) throws IOException {
        List<String> parts = new ArrayList<>(
                List.of(String.valueOf(exchange.getRequestURI().getQuery()).split("=")));
        boolean known = good.contains(parts.get(parts.size() - 1));
        answer(exchange, known ? 200 : 401, known ? "{\"email\":\"" + user + "\"}" : "{\"error\":\"invalid_token\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
