package fr.aubette.live;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pushes to one person's own browsers, at once. */
@Component
public class Pushes {

    private final Streams streams;

    Pushes(Streams streams) {
        this.streams = streams;
    }

    /** The languages in which she has a page open; none when she has no page open. */
    public Set<Locale> languages(String login) {
        return streams.languages(login);
    }

    /**
     * Sends to those of her browsers that speak a language; what a browser does not take is lost.
     *
     * @param event by which the page knows what it is
     */
    public void push(String login, Locale language, String event, String data) {
        streams.push(login, language, event, data);
    }
}
