package fr.aubette.store.receive;

import fr.aubette.receive.mail.RefreshTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefreshTokens implements RefreshTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<String> latest(String configured) {
        return jdbc.sql("select latest from mailbox_token where configured_sha256 = :hash")
                .param("hash", sha256(configured))
                .query(String.class)
                .optional();
    }

    @Override
    public void keep(String configured, String latest) {
        jdbc.sql("""
                        insert into mailbox_token (configured_sha256, latest, kept_at) values (:hash, :latest, :at)
                        on conflict (configured_sha256) do update
                        set latest = excluded.latest, kept_at = excluded.kept_at
                        """)
                .param("hash", sha256(configured))
                .param("latest", latest)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
