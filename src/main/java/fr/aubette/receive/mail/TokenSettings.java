package fr.aubette.receive.mail;

import java.net.URI;
import java.util.Optional;

/**
 * Where the tokens of a mailbox come from (RFC 6749).
 *
 * @param url the token endpoint
 * @param clientSecret empty for a public client, which has only a refresh token
 * @param refreshToken given, the grant is {@code refresh_token}; else {@code client_credentials}
 * @param scope empty when the endpoint needs none
 */
record TokenSettings(URI url, String clientId, String clientSecret, Optional<String> refreshToken, String scope) {

    @Override
    public String toString() {
        return "tokens of " + clientId + " from " + url;
    }
}
