package fr.aubette.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** A program that posts forms, and posts one again under the same token until it is told that it is safe. */
final class FormFeeder implements Feeder {

    private static final int ANSWER_MILLIS = 15_000;
    private static final int TAKEN = 202;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;

    FormFeeder(int port) {
        this.port = port;
    }

    @Override
    public String channel() {
        return "form";
    }

    @Override
    public boolean offer(String marker) throws IOException {
        HttpURLConnection post = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/formulaires/contact")
                .toURL()
                .openConnection();
        post.setConnectTimeout(ANSWER_MILLIS);
        post.setReadTimeout(ANSWER_MILLIS);
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        post.setRequestProperty("Content-Type", "application/json");
        post.setRequestProperty("Accept", "application/json");
        try (OutputStream out = post.getOutputStream()) {
            out.write(JSON.writeValueAsBytes(Map.of(
                    "token",
                    marker,
                    "nom",
                    "Renard",
                    "prenom",
                    "Camille",
                    "courriel",
                    marker.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                    "objet",
                    "Nid-de-poule",
                    "message",
                    "Un nid-de-poule sur la route départementale 912. " + marker)));
        }
        int status = post.getResponseCode();
        if (status >= 400 && status < 500) {
            throw new IllegalStateException("the form is refused with " + status);
        }
        return status == TAKEN;
    }
}
