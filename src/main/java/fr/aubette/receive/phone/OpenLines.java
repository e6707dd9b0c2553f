package fr.aubette.receive.phone;

import fr.aubette.model.CallControl;
import fr.aubette.model.Refused;
import fr.aubette.typed.PhoneNumbers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The phone lines that run in this hub, by name: whoever is not one of them is another hub's, or nobody's. */
@Component
class OpenLines implements CallControl {

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
    public boolean takes(String line) {
        PhoneLine open = all.get(line);
        return open != null && open.takesOrders();
    }

    @Override
    public void place(String line, String extension, String number) {
        PhoneLine open = all.get(line);
        String dialled =
                PhoneNumbers.dialled(number).orElseThrow(() -> new Refused("Ce numéro n'est pas celui d'une ligne."));
        if (!isTelephone(extension) || open == null || !open.place(extension, dialled)) {
            throw new Refused("Le standard n'a pas pris l'appel : composez le numéro sur votre téléphone.");
        }
    }

    @Override
    public void passOn(String line, String conversation, String extension, String to) {
        PhoneLine open = all.get(line);
        String dialled = PhoneNumbers.dialled(to).orElse(to);
        if (!isTelephone(dialled) || open == null || !open.passOn(conversation, extension, dialled)) {
            throw new Refused("Le standard n'a pas transféré l'appel : transférez-le sur votre téléphone.");
        }
    }

    /** Nothing else that a dialplan would understand. */
    private static boolean isTelephone(String number) {
        return number.matches("[A-Za-z0-9._*#]{1,40}");
    }

    Optional<Door> named(String name) {
        return Optional.ofNullable(lines.get(name));
    }
}
