package fr.aubette.embedded;

import fr.aubette.switchboard.Telephones;
import fr.aubette.switchboard.Telephones.Telephone;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Seats whoever signs in to the demonstration at a telephone that its recorded calls ring, while there is one. */
@Component
@ConditionalOnProperty("aubette.demo.enabled")
class DemoSeats {

    /** The exchange of {@code config/channels-demo.yaml}. */
    private static final String LINE = "standard";

    /** In the order in which the recordings ring them most. */
    private static final List<String> EXTENSIONS = List.of("101", "102", "103");

    private final Telephones telephones;

    DemoSeats(Telephones telephones) {
        this.telephones = telephones;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        seat(event.getAuthentication().getName());
    }

    /** Whoever has a telephone keeps it. */
    void seat(String login) {
        if (telephones.of(login).isPresent()) {
            return;
        }
        Set<String> taken = telephones.all().stream()
                .filter(each -> each.line().equals(LINE))
                .map(Telephone::extension)
                .collect(Collectors.toSet());
        EXTENSIONS.stream()
                .filter(each -> !taken.contains(each))
                .findFirst()
                .ifPresent(free -> telephones.seat(new Telephone(login, LINE, free)));
    }
}
