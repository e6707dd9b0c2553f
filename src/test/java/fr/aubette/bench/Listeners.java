package fr.aubette.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Agents who are signed in and listen, without a browser: as many open streams. */
final class Listeners implements Closeable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong lines = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final String root;

    Listeners(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    /** Signs in and listens. */
    void add(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> form = client.send(request("/connexion", "").GET().build(), BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IOException("no sign-in page");
        }
        String body =
                "username=" + encoded(login) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
        HttpResponse<String> signedIn = client.send(
                request("/connexion", cookies(form))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<java.util.stream.Stream<String>> stream =
                client.send(request("/live", cookies(signedIn)).GET().build(), BodyHandlers.ofLines());
        if (stream.statusCode() != 200) {
            throw new IOException("no stream for " + login + ": " + stream.statusCode());
        }
        Thread listening = new Thread(() -> stream.body().forEach(line -> lines.incrementAndGet()), "agent-" + login);
        listening.setDaemon(true);
        listening.start();
        threads.add(listening);
    }

    /** How many listen. */
    long listening() {
        return threads.stream().filter(Thread::isAlive).count();
    }

    private HttpRequest.Builder request(String address, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + address));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(each -> each.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The streams end with the hub. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
