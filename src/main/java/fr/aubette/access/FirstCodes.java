package fr.aubette.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Port: the one-time codes by which the first administrator is made. */
public interface FirstCodes {

    /** Keeps a code's hash while there is no account; false when there is one. */
    boolean offer(String hash, Instant at);

    /** Uses a code up and makes its account, in one transaction; false when the code is wrong or an account exists. */
    boolean use(
            String hash, UUID id, String login, String displayName, String passwordHash, Set<Right> rights, Instant at);
}
