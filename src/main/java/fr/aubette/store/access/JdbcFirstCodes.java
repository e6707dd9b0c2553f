package fr.aubette.store.access;

import fr.aubette.access.FirstCodes;
import fr.aubette.access.Right;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcFirstCodes implements FirstCodes {

    /** Several hubs may start together; each one's code is good, those of former starts are not. */
    private static final Duration LIFE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcAccounts accounts;

    JdbcFirstCodes(JdbcClient jdbc, JdbcAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    @Transactional
    public boolean offer(String hash, Instant at) {
        jdbc.sql("delete from first_code where made_at < :old")
                .param("old", Timestamp.from(at.minus(LIFE)))
                .update();
        return jdbc.sql("""
                        insert into first_code (hash, made_at)
                        select :hash, :at where not exists (select 1 from account)
                        """).param("hash", hash).param("at", Timestamp.from(at)).update() > 0;
    }

    @Override
    @Transactional
    public boolean use(
            String hash,
            UUID id,
            String login,
            String displayName,
            String passwordHash,
            Set<Right> rights,
            Instant at) {
        jdbc.sql("lock table account in share row exclusive mode").update();
        int used = jdbc.sql("delete from first_code where hash = :hash and not exists (select 1 from account)")
                .param("hash", hash)
                .update();
        if (used == 0) {
            return false;
        }
        jdbc.sql("delete from first_code").update();
        return accounts.create(id, login, displayName, passwordHash, rights, at);
    }
}
