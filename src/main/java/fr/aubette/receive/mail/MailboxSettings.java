package fr.aubette.receive.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.util.TimeUtils;

/**
 * One mailbox to read, as its entry in {@code config/channels.yaml} says; {@code docs/channels/mail.md} explains each
 * key.
 *
 * @param name its entry, the source of its intakes
 * @param trust certificates trusted besides Java's own, in PEM; empty when those do
 * @param password empty when {@code oauth} is given
 * @param delay between two looks where the server does not tell of new mail by itself
 * @param idle whether the server is asked to tell
 * @param maxSize longest mail taken whole, in bytes
 * @param moveTo folder of taken mails; empty unless they are moved
 * @param since what arrived before is never taken
 */
record MailboxSettings(
        String name,
        String host,
        int port,
        Protocol protocol,
        Optional<Path> trust,
        String user,
        String password,
        Optional<TokenSettings> oauth,
        String folder,
        Duration delay,
        boolean idle,
        long maxSize,
        Afterwards afterwards,
        String moveTo,
        Instant since) {

    /** How the line to the server is kept private. */
    enum Protocol {
        /** TLS from the first byte. */
        IMAPS,
        /** TLS asked for in the open, and nothing said until it is there. */
        STARTTLS,
        /** In the open: on a trusted line only. */
        IMAP;

        /** As Jakarta Mail calls it. */
        String provider() {
            return this == IMAPS ? "imaps" : "imap";
        }
    }

    /** What becomes of a mail in its mailbox once it is safe here. */
    enum Afterwards {
        SEEN,
        MOVE,
        LEAVE
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException naming the mailbox, the key and what was expected
     */
    static MailboxSettings of(String name, Map<String, String> entry) {
        Keys keys = new Keys(name, entry);
        MailboxSettings settings = new MailboxSettings(
                name,
                keys.needed("host"),
                (int) keys.number("port", 1, 65_535),
                keys.oneOf("protocol", Protocol.class),
                keys.optional("trust").map(Path::of),
                keys.needed("user"),
                keys.text("password"),
                keys.optional("tokenUrl").map(url -> tokens(keys, url)),
                keys.needed("folder"),
                keys.duration("delay"),
                keys.oneOf("idle", YesNo.class) == YesNo.TRUE,
                keys.number("maxSize", 1_000, Integer.MAX_VALUE - 1_024),
                afterwards(keys),
                keys.text("moveTo"),
                keys.day("since"));
        keys.require(
                settings.password().isEmpty() == settings.oauth().isPresent(),
                "password",
                "a password, or tokenUrl with what it needs: one of the two");
        keys.require(
                settings.moveTo().isEmpty() == (settings.afterwards() != Afterwards.MOVE),
                "moveTo",
                "a folder exactly when afterwards is move");
        return settings;
    }

    /** Where it is: its marks and references belong to this, whatever its entry is called. */
    String place() {
        return user + "/" + folder;
    }

    private static Afterwards afterwards(Keys keys) {
        if (keys.optional("afterwards").isPresent()) {
            return keys.oneOf("afterwards", Afterwards.class);
        }
        return keys.optional("moveTo").isPresent() ? Afterwards.MOVE : Afterwards.SEEN;
    }

    private static TokenSettings tokens(Keys keys, String url) {
        URI address = keys.address("tokenUrl", url);
        keys.needed("clientId");
        keys.require(
                keys.optional("clientSecret").isPresent()
                        || keys.optional("refreshToken").isPresent(),
                "clientSecret",
                "a clientSecret, a refreshToken, or both");
        return new TokenSettings(
                address,
                keys.text("clientId"),
                keys.text("clientSecret"),
                keys.optional("refreshToken"),
                keys.text("scope"));
    }

    private enum YesNo {
        TRUE,
        FALSE
    }

    /** The keys of one entry, read with words that name them. */
    private record Keys(String name, Map<String, String> entry) {

        String text(String key) {
            return entry.getOrDefault(key, "").strip();
        }

        Optional<String> optional(String key) {
            return Optional.of(text(key)).filter(value -> !value.isEmpty());
        }

        String needed(String key) {
            return optional(key).orElseThrow(() -> wrong(key, "a value"));
        }

        long number(String key, long least, long most) {
            String expected = "a whole number from " + least + " to " + most;
            try {
                long value = Long.parseLong(text(key));
                require(value >= least && value <= most, key, expected);
                return value;
            } catch (NumberFormatException e) {
                throw wrong(key, expected);
            }
        }

        Duration duration(String key) {
            try {
                Duration value = Duration.ofMillis(TimeUtils.toMilliSeconds(needed(key)));
                boolean fits = value.toMillis() > 0 && value.compareTo(Duration.ofHours(1)) <= 0;
                require(fits, key, "a time such as 10s, at most 1h");
                return value;
            } catch (NumberFormatException e) {
                throw wrong(key, "a time such as 10s, at most 1h");
            }
        }

        Instant day(String key) {
            try {
                return optional(key)
                        .map(day -> LocalDate.parse(day)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                        .orElse(Instant.EPOCH);
            } catch (DateTimeParseException e) {
                throw wrong(key, "a day such as 2026-09-01");
            }
        }

        URI address(String key, String url) {
            try {
                URI address = URI.create(url);
                String scheme = String.valueOf(address.getScheme());
                require(scheme.equals("https") || scheme.equals("http"), key, "an https address");
                return address;
            } catch (IllegalArgumentException e) {
                throw wrong(key, "an https address");
            }
        }

        <E extends Enum<E>> E oneOf(String key, Class<E> type) {
            String given = text(key).toUpperCase(Locale.ROOT);
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equals(given))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            key,
                            Arrays.stream(type.getEnumConstants())
                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" | "))));
        }

        void require(boolean right, String key, String expected) {
            if (!right) {
                throw wrong(key, expected);
            }
        }

        private IllegalArgumentException wrong(String key, String expected) {
            return new IllegalArgumentException(
                    "channels.yaml, mailbox %s: %s is wrong; expected %s".formatted(name, key, expected));
        }
    }
}
