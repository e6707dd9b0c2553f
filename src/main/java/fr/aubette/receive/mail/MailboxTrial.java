package fr.aubette.receive.mail;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens a mailbox once, as the hub would, to see whether that goes; reads and changes nothing. */
public final class MailboxTrial {

    private MailboxTrial() {}

    /**
     * Opens and closes it.
     *
     * @param entry its keys in {@code channels.yaml}, with defaults
     * @throws MailboxTrouble if it cannot be opened, with a message for an administrator
     */
    public static void open(String name, Map<String, String> entry) throws MailboxTrouble {
        try {
            Map<String, String> asItIs = new HashMap<>(entry);
            asItIs.put("afterwards", "leave");
            asItIs.put("moveTo", "");
            MailboxSettings settings = MailboxSettings.of(name, asItIs);
            MailboxConnection.open(settings, MailboxComponent.credentials(settings, new NoneKept(), Clock.systemUTC()))
                    .close();
        } catch (IllegalArgumentException e) {
            throw new MailboxTrouble(String.valueOf(e.getMessage()), e);
        }
    }

    /** The trial uses the token that is configured, and leaves its successor alone. */
    private static final class NoneKept implements RefreshTokens {

        @Override
        public Optional<String> latest(String configured) {
            return Optional.empty();
        }

        @Override
        public void keep(String configured, String latest) {
            // the hub asks for its own
        }
    }
}
