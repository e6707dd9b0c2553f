package fr.aubette.access;

import fr.aubette.access.Accounts.Account;
import fr.aubette.model.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** A signed-in person changes her own password; all her other sessions end. */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnPassword(Accounts accounts, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** How it ended. */
    public enum Outcome {
        CHANGED,
        /** The old one is not right, or too many wrong ones lie behind. */
        WRONG,
        /** The new one is too short or too long. */
        WEAK,
        /** The new one is the old one. */
        SAME
    }

    /**
     * Somebody's password was changed.
     *
     * @param login whose
     */
    public record Changed(String login) {}

    /** Changes it, and keeps this request's session. A wrong old password counts as a wrong sign-in. */
    public Outcome change(Viewer viewer, String old, String wanted, HttpServletRequest request) {
        Account account = accounts.find(viewer.login()).orElseThrow();
        boolean locked = account.lockedUntil().filter(clock.instant()::isBefore).isPresent();
        if (locked || !passwords.matches(old, account.password())) {
            accounts.failed(account.login(), clock.instant());
            return Outcome.WRONG;
        }
        if (old.equals(wanted)) {
            return Outcome.SAME;
        }
        try {
            FirstAdministrator.requireStrong(wanted);
        } catch (Refused e) {
            return Outcome.WEAK;
        }
        accounts.changePassword(account.id(), passwords.encode(wanted));
        request.changeSessionId();
        SignedInWith.remember(request, accounts.find(account.login()).orElseThrow());
        events.publishEvent(new Changed(account.login()));
        return Outcome.CHANGED;
    }
}
