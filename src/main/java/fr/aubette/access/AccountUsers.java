package fr.aubette.access;

import fr.aubette.access.Accounts.Account;
import java.time.Clock;
import java.util.Locale;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Gives Spring Security the accounts, locked while too many wrong passwords lie behind them. */
@Component
class AccountUsers implements UserDetailsService {

    private final Accounts accounts;
    private final Clock clock;

    AccountUsers(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account = accounts.find(username.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        boolean locked = account.lockedUntil().filter(clock.instant()::isBefore).isPresent();
        return User.withUsername(account.login())
                .password(account.password())
                .disabled(!account.enabled())
                .accountLocked(locked)
                .authorities(account.rights().stream()
                        .map(right -> right.kind().code())
                        .distinct()
                        .toArray(String[]::new))
                .build();
    }
}
