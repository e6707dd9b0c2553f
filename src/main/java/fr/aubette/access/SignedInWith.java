package fr.aubette.access;

import fr.aubette.access.Accounts.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose password is no longer the account's, on whichever hub it was changed: each session remembers the
 * hash that let it in.
 */
final class SignedInWith extends OncePerRequestFilter {

    private static final String HASH = SignedInWith.class.getName();

    private final Accounts accounts;

    SignedInWith(Accounts accounts) {
        this.accounts = accounts;
    }

    /** From now on the session is good for as long as the account's present password. */
    static void remember(HttpServletRequest request, Account account) {
        request.getSession().setAttribute(HASH, account.password());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (who != null
                && session != null
                && !(who instanceof AnonymousAuthenticationToken)
                && !good(who.getName(), session.getAttribute(HASH))) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean good(String login, @Nullable Object hash) {
        return accounts.find(login)
                .filter(account -> account.password().equals(hash))
                .isPresent();
    }
}
