package fr.aubette.switchboard.ldap;

import fr.aubette.switchboard.Colleague;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.Control;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.PagedResultsControl;
import javax.naming.ldap.PagedResultsResponseControl;
import org.jspecify.annotations.Nullable;

/** Reads all colleagues of a server, page by page: many servers give no more than a thousand at once. */
public final class LdapReader {

    /** More than this are not the colleagues of one département. */
    private static final int MOST = 50_000;

    private static final int PAGE = 500;
    private static final String MILLIS = "10000";

    private final LdapSettings settings;

    public LdapReader(LdapSettings settings) {
        this.settings = settings;
    }

    /**
     * Everybody who has a name and a number.
     *
     * @throws IOException if the server cannot be asked, with its reason
     */
    public List<Colleague> read() throws IOException {
        try {
            InitialLdapContext server = new InitialLdapContext(environment(), null);
            try {
                return colleagues(server);
            } finally {
                server.close();
            }
        } catch (NamingException e) {
            Throwable cause = e.getRootCause() == null ? e : e.getRootCause();
            throw new IOException(settings + ": " + cause.getMessage(), e);
        }
    }

    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, settings.url());
        environment.put(Context.SECURITY_AUTHENTICATION, settings.user().isBlank() ? "none" : "simple");
        environment.put(Context.SECURITY_PRINCIPAL, settings.user());
        environment.put(Context.SECURITY_CREDENTIALS, settings.password());
        environment.put(Context.REFERRAL, "ignore");
        environment.put("com.sun.jndi.ldap.connect.timeout", MILLIS);
        environment.put("com.sun.jndi.ldap.read.timeout", MILLIS);
        return environment;
    }

    /** Attributes alone are asked for, never objects: nothing that the server says is deserialised. */
    @SuppressWarnings("BanJNDI")
    private List<Colleague> colleagues(LdapContext server) throws NamingException, IOException {
        SearchControls whole = new SearchControls();
        whole.setSearchScope(SearchControls.SUBTREE_SCOPE);
        whole.setReturningObjFlag(false);
        whole.setReturningAttributes(settings.attributes().all().toArray(String[]::new));
        List<LdapEntry> entries = new ArrayList<>();
        byte @Nullable [] next = null;
        do {
            server.setRequestControls(new Control[] {new PagedResultsControl(PAGE, next, Control.NONCRITICAL)});
            NamingEnumeration<SearchResult> found = server.search(settings.base(), settings.filter(), whole);
            while (found.hasMore()) {
                entries.add(LdapEntry.of(found.next(), settings.attributes()));
                if (entries.size() > MOST) {
                    throw new IOException(settings + ": more than " + MOST + " entries");
                }
            }
            next = next(server.getResponseControls());
        } while (next != null && next.length > 0);
        return colleagues(entries);
    }

    private static byte @Nullable [] next(Control @Nullable [] answers) {
        if (answers != null) {
            for (Control answer : answers) {
                if (answer instanceof PagedResultsResponseControl page) {
                    return page.getCookie();
                }
            }
        }
        return null;
    }

    private static List<Colleague> colleagues(List<LdapEntry> entries) {
        Map<String, String> names = new HashMap<>();
        entries.forEach(each -> names.put(each.key(), each.name()));
        return entries.stream()
                .filter(each -> !each.name().isBlank() && !each.phone().isBlank())
                .map(each -> each.colleague(names))
                .toList();
    }
}
