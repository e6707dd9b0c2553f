package fr.aubette.access;

import fr.aubette.access.Accounts.Account;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says who a sign-in name is today, absences included. Read anew at each request: a right taken away is gone. */
@Component
public class Viewers {

    /** Absences are counted in days of metropolitan France. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Accounts accounts;
    private final Clock clock;

    Viewers(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Empty when there is no such account, or it is closed. */
    public Optional<Viewer> find(String login) {
        return accounts.find(login).filter(Account::enabled).map(this::viewer);
    }

    private Viewer viewer(Account account) {
        List<Account> absent = accounts.replacedBy(account.id(), LocalDate.ofInstant(clock.instant(), PARIS));
        Set<Right> rights = new HashSet<>(account.rights());
        absent.forEach(each -> rights.addAll(each.rights()));
        return new Viewer(
                account.id(),
                account.login(),
                account.displayName(),
                rights,
                absent.stream().map(Account::login).sorted().toList());
    }
}
