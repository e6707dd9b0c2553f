package fr.aubette.receive.mail;

import java.util.Optional;

/** Port: refresh tokens that replaced a configured one; every hub that may read the mailbox needs the latest. */
public interface RefreshTokens {

    /** The token that took the place of this configured one. */
    Optional<String> latest(String configured);

    /** Keeps the token that takes the place of this configured one from now on. */
    void keep(String configured, String latest);
}
