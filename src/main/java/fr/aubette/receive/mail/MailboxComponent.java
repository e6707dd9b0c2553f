package fr.aubette.receive.mail;

import fr.aubette.receive.SourceEndpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@code mailbox:NAME}: the mails of one folder as the beginning of a route; it is read as long as the route runs. A
 * mail whose exchange ends well is marked as configured, any other is offered again.
 */
@Component("mailbox")
public class MailboxComponent extends DefaultComponent {

    private final Clock clock;
    private final Marks marks;
    private final RefreshTokens tokens;
    private final ObjectProvider<MailboxWatch> watches;
    private final Path scratch;

    MailboxComponent(
            Clock clock, Marks marks, RefreshTokens tokens, ObjectProvider<MailboxWatch> watches, Path scratch) {
        this.clock = clock;
        this.marks = marks;
        this.tokens = tokens;
        this.watches = watches;
        this.scratch = scratch;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Map<String, String> entry = new LinkedHashMap<>();
        parameters.forEach((key, value) -> entry.put(key, String.valueOf(value)));
        parameters.clear();
        MailboxSettings settings = MailboxSettings.of(remaining, entry);
        return new SourceEndpoint(uri, this, (endpoint, route) -> new MailboxConsumer(endpoint, route, this, settings));
    }

    Clock clock() {
        return clock;
    }

    Marks marks() {
        return marks;
    }

    /** Where long mails are put aside. */
    Path scratch() {
        return scratch;
    }

    /** What the mailbox is opened with. */
    Credentials credentials(MailboxSettings settings) throws MailboxTrouble {
        return credentials(settings, tokens, clock);
    }

    static Credentials credentials(MailboxSettings settings, RefreshTokens tokens, Clock clock) throws MailboxTrouble {
        return settings.oauth().isEmpty()
                ? settings::password
                : new OAuthTokens(settings.oauth().get(), tokens, Trust.context(settings.trust()), clock);
    }

    void tell(java.util.function.Consumer<MailboxWatch> news) {
        watches.forEach(news);
    }
}
