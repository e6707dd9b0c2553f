package fr.aubette.access;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts wrong passwords, so that guessing becomes slow, and forgets them at the right one. */
@Component
class SignInWatch {

    private final Accounts accounts;
    private final Clock clock;

    SignInWatch(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        accounts.failed(name(event.getAuthentication().getName()), clock.instant());
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        accounts.succeeded(name(event.getAuthentication().getName()));
    }

    private static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
