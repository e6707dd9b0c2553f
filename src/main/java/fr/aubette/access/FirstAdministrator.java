package fr.aubette.access;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** There is no default password: while nobody can sign in, a one-time code is printed where the hub was started. */
@Component
public class FirstAdministrator {

    /** Shortest password, in characters. */
    public static final int MIN_PASSWORD = 12;

    /** Longest password, in bytes of UTF-8: bcrypt looks no further. */
    private static final int MAX_PASSWORD = 72;

    /** No letter or digit that looks like another. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 16;
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final FirstCodes codes;
    private final PasswordEncoder passwords;
    private final Set<Right> rights;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean offered;

    FirstAdministrator(
            FirstCodes codes,
            PasswordEncoder passwords,
            Catalogue catalogue,
            @Value("${aubette.access.first-administrator-sees-all:false}") boolean seesAll,
            Clock clock) {
        this.codes = codes;
        this.passwords = passwords;
        this.rights = seesAll ? Set.copyOf(Rights.of(catalogue)) : Set.of(Right.everywhere(Right.Kind.ADMINISTRATOR));
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        offer();
    }

    /** PostgreSQL may come later than the hub. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void later() {
        if (!offered) {
            offer();
        }
    }

    /** Makes the first administrator; false when the code is wrong or was used. */
    public boolean make(String code, String login, String displayName, String password) {
        requireStrong(password);
        return codes.use(
                hash(code),
                UUID.randomUUID(),
                login.strip().toLowerCase(Locale.ROOT),
                displayName.strip(),
                passwords.encode(password),
                rights,
                clock.instant());
    }

    /**
     * Refuses a password too short to keep anybody out, or longer than what its hash looks at.
     *
     * @throws Refused if it has fewer than {@value #MIN_PASSWORD} characters, or more than {@value #MAX_PASSWORD} bytes
     */
    public static void requireStrong(String password) {
        if (password.length() < MIN_PASSWORD) {
            throw new Refused("le mot de passe doit avoir au moins " + MIN_PASSWORD + " caractères");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD) {
            throw new Refused("le mot de passe doit avoir au plus " + MAX_PASSWORD + " caractères");
        }
    }

    private void offer() {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, SIGNS.length()).mapToObj(SIGNS::charAt).forEach(code::append);
        try {
            if (codes.offer(hash(code.toString()), clock.instant())) {
                LOG.warn(
                        "Personne ne peut encore se connecter. Ouvrez /premiere-connexion et saisissez ce code, valable une fois : {}",
                        code.toString().replaceAll("(.{4})(?!$)", "$1-"));
            }
            offered = true;
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The first code waits for PostgreSQL: {}", e.getMessage());
        }
    }

    private static String hash(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
