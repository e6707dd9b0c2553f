package fr.aubette.receive.phone;

import fr.aubette.model.CallPlacer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The phone lines that run in this hub, by name: whoever is not one of them is another hub's, or nobody's. */
@Component
class OpenLines implements CallPlacer {

    private final Map<String, Door> lines = new ConcurrentHashMap<>();
    private final Map<String, PhoneLine> all = new ConcurrentHashMap<>();

    /** A line, and the word that lets a program tell it of calls. */
    record Door(PhoneLine line, String password) {}

    void opened(LineSettings settings, PhoneLine line) {
        all.put(settings.name(), line);
        if (settings.byDoor()) {
            lines.put(settings.name(), new Door(line, settings.password()));
        }
    }

    void closed(LineSettings settings) {
        lines.remove(settings.name());
        all.remove(settings.name());
    }

    @Override
    public Optional<String> place(String line, String extension, String number, Instant now) {
        boolean sound = extension.matches("[A-Za-z0-9._]{1,40}") && number.matches("\\+?\\d{2,20}");
        PhoneLine open = all.get(line);
        return sound && open != null ? open.place(extension, number, now) : Optional.empty();
    }

    Optional<Door> named(String name) {
        return Optional.ofNullable(lines.get(name));
    }
}
