package fr.aubette.answer;

import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An outgoing mailbox. Prefix {@code aubette.answer.mailboxes.<name>}.
 *
 * @param host of the SMTP server
 * @param port 587 unless told
 * @param tls {@code starttls} (asked for, never left out), {@code tls} from the first byte, or {@code none} on a
 *     trusted line
 * @param user blank when the server asks for no credentials
 * @param password from the environment
 * @param address from which citizens read us
 * @param name as citizens read it beside the address; blank for none
 * @param plus whether the mailbox also takes {@code address+anything}: with it, replies and failures name their ticket
 */
public record Mailbox(
        String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        String address,
        @DefaultValue("") String name,
        @DefaultValue("true") boolean plus) {

    /** How the line to the server is kept secret. */
    public enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    public Mailbox {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("aubette.answer.mailboxes.*.host must name an SMTP server");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("aubette.answer.mailboxes.*.port must lie in 1..65535, is " + port);
        }
        if (address == null || !Addresses.isPlain(address)) {
            throw new IllegalArgumentException(
                    "aubette.answer.mailboxes.*.address must be an address, for example contact@departement.example");
        }
    }

    /** What follows the @. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Its address with this after a +, or as it is when it takes no such address. */
    public String tagged(String tag) {
        int at = address.lastIndexOf('@');
        return plus ? address.substring(0, at) + "+" + tag + address.substring(at) : address;
    }

    /** Without the password, wherever it is printed. */
    @Override
    public String toString() {
        return "Mailbox[" + address + " by " + host + ":" + port + "]";
    }
}
