package fr.aubette.identify.match;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail address as it is compared.
 *
 * @param address in lower case
 * @param local what stands before the at sign, without dots nor what follows a plus sign
 * @param domain what stands behind it
 */
public record Mailbox(String address, String local, String domain) {

    /** Of an address as written; empty when it is none. */
    public static Optional<Mailbox> of(String written) {
        String address = written.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return Optional.empty();
        }
        String name = address.substring(0, at);
        int plus = name.indexOf('+');
        String bare = (plus > 0 ? name.substring(0, plus) : name).replace(".", "");
        return bare.isEmpty() ? Optional.empty() : Optional.of(new Mailbox(address, bare, address.substring(at + 1)));
    }

    /** The same mailbox, written with other dots or tags. */
    boolean same(Mailbox other) {
        return local.equals(other.local) && domain.equals(other.domain);
    }

    /** The same name at another provider: a slip, or another mailbox of the same person. */
    boolean sameName(Mailbox other) {
        return local.length() >= 5 && local.equals(other.local);
    }

    /** Whether figures make it hardly anybody else's choice. */
    boolean distinctive() {
        return local.length() >= 8 && local.chars().filter(Character::isDigit).count() >= 2;
    }

    /** What stands before the at sign, letters only, its separators as gaps. */
    String words() {
        int at = address.lastIndexOf('@');
        String name = address.substring(0, at);
        int plus = name.indexOf('+');
        return (plus > 0 ? name.substring(0, plus) : name)
                .replaceAll("[._0-9-]+", " ")
                .strip();
    }
}
