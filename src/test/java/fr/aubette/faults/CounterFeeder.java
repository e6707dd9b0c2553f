package fr.aubette.faults;

import fr.aubette.desk.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agent at a counter, who signs in again whenever the hub has forgotten her and types a visit again, under the same
 * token, until the page says that it is recorded. Her account is made with the code that the first start prints.
 */
final class CounterFeeder implements Feeder {

    private static final String LOGIN = "faults";
    private static final String PASSWORD = "trois petits chats";
    private static final String RECORDED = "La saisie est enregistrée.";
    /** The status of a page that could record nothing now: what she typed stays on it, and she tries again. */
    private static final int UNAVAILABLE = 503;

    private static final Pattern CODE = Pattern.compile("\\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\\b");

    private final HubProcess hub;
    private final ThreadLocal<@Nullable Visitor> agent = new ThreadLocal<>();

    CounterFeeder(HubProcess hub) {
        this.hub = hub;
    }

    @Override
    public String channel() {
        return "counter";
    }

    /** Nobody types quicker. */
    @Override
    public long pauseMillis() {
        return 100;
    }

    @Override
    public boolean offer(String marker) throws IOException {
        try {
            Visitor signedIn = agent.get();
            if (signedIn == null) {
                signedIn = signIn();
                agent.set(signedIn);
            }
            HttpResponse<String> page = signedIn.post("/saisie", visit(marker));
            boolean recorded = page.body().contains(RECORDED);
            if (page.statusCode() == UNAVAILABLE) {
                return false;
            }
            if (!recorded && page.body().contains("class=\"flash bad\"")) {
                throw new IllegalArgumentException("the visit is refused: " + page.body());
            }
            if (!recorded) {
                agent.remove();
            }
            return recorded;
        } catch (IllegalStateException e) {
            agent.remove();
            throw new IOException("the hub does not answer", e);
        }
    }

    private synchronized Visitor signIn() throws IOException {
        Visitor visitor = new Visitor(hub.httpPort());
        if (visitor.get("/connexion").body().contains("name=\"code\"")) {
            visitor.post(
                    "/premiere-connexion",
                    Map.of("code", lastCode(), "login", LOGIN, "name", "Agent d'accueil", "password", PASSWORD));
        }
        visitor.signIn(LOGIN, PASSWORD);
        if (!visitor.get("/saisie").body().contains("name=\"entree\"")) {
            throw new IOException("the agent cannot sign in");
        }
        return visitor;
    }

    private String lastCode() throws IOException {
        Matcher codes = CODE.matcher(Files.readString(hub.log()));
        String last = "";
        while (codes.find()) {
            last = codes.group();
        }
        return last;
    }

    private static Map<String, String> visit(String marker) {
        return Map.of(
                "token",
                marker,
                "entree",
                "visite",
                "site",
                "Hôtel du Département",
                "nom",
                "Renard",
                "prenom",
                "Camille",
                "courriel",
                marker.toLowerCase(Locale.ROOT) + "@example.org",
                "objet",
                "Nid-de-poule",
                "message",
                "Un nid-de-poule sur la route départementale 912. " + marker);
    }
}
