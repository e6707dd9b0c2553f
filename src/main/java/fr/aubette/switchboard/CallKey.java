package fr.aubette.switchboard;

import fr.aubette.model.LiveCall;
import fr.aubette.model.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Which call.
 *
 * @param line the exchange, an entry of {@code config/channels.yaml}
 * @param conversation the exchange's own identity of it: the reference of the intake to come
 */
public record CallKey(String line, String conversation) {

    private static final char BETWEEN = '\n';

    static CallKey of(LiveCall call) {
        return new CallKey(call.line(), call.conversation());
    }

    /** For a page: letters, digits, hyphens and underscores only, whatever the exchange wrote. */
    public String code() {
        byte[] text = (line + BETWEEN + conversation).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * The call of a page's code.
     *
     * @throws Refused if it is none
     */
    public static CallKey ofCode(String code) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8);
            int end = text.indexOf(BETWEEN);
            if (end > 0) {
                return new CallKey(text.substring(0, end), text.substring(end + 1));
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("Cet appel n'existe pas.", e);
        }
        throw new Refused("Cet appel n'existe pas.");
    }
}
