package fr.aubette.store.access;

import fr.aubette.access.Accounts;
import fr.aubette.access.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAccounts implements Accounts {

    private static final String SELECT = """
            select a.id, a.login, a.display_name, a.password, a.enabled, a.locked_until,
                   array(select kind || ' ' || directorate || ' ' || service from account_right r
                         where r.account_id = a.id) as rights
            from account a
            """;

    /** Four wrong passwords cost nothing; then one second, two, four… up to a quarter of an hour. */
    private static final String FAILED = """
            update account
            set failures = failures + 1,
                locked_until = case when failures >= 4
                    then :at::timestamptz + make_interval(secs => least(power(2, least(failures - 4, 20)), 900)) end
            where login = :login
            """;

    private final JdbcClient jdbc;
    private final RightRows rights;

    JdbcAccounts(JdbcClient jdbc, RightRows rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    @Override
    public Optional<Account> find(String login) {
        return jdbc.sql(SELECT + " where a.login = :login")
                .param("login", login)
                .query((row, n) -> account(row))
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(SELECT + " order by a.display_name, a.login")
                .query((row, n) -> account(row))
                .list();
    }

    @Override
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public boolean create(
            UUID id, String login, String displayName, String passwordHash, Set<Right> granted, Instant at) {
        int made = jdbc.sql("""
                        insert into account (id, login, display_name, password, created_at)
                        values (:id, :login, :name, :password, :at) on conflict (login) do nothing
                        """)
                .param("id", id)
                .param("login", login)
                .param("name", displayName)
                .param("password", passwordHash)
                .param("at", Timestamp.from(at))
                .update();
        if (made > 0) {
            rights.write(id, granted);
        }
        return made > 0;
    }

    @Override
    @Transactional
    public void changeRights(UUID account, Set<Right> granted) {
        rights.write(account, granted);
    }

    @Override
    public void changePassword(UUID account, String passwordHash) {
        jdbc.sql("update account set password = :password, failures = 0, locked_until = null where id = :id")
                .param("password", passwordHash)
                .param("id", account)
                .update();
    }

    @Override
    public void enable(UUID account, boolean enabled) {
        jdbc.sql("update account set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", account)
                .update();
    }

    @Override
    public void failed(String login, Instant at) {
        jdbc.sql(FAILED).param("at", Timestamp.from(at)).param("login", login).update();
    }

    @Override
    public void succeeded(String login) {
        jdbc.sql("update account set failures = 0, locked_until = null where login = :login and failures > 0")
                .param("login", login)
                .update();
    }

    @Override
    public List<Account> replacedBy(UUID deputy, LocalDate on) {
        return jdbc.sql(SELECT + """
                         where a.enabled and a.id in (
                            select account_id from absence
                            where deputy_id = :deputy and :on between from_on and to_on)
                        """)
                .param("deputy", deputy)
                .param("on", on)
                .query((row, n) -> account(row))
                .list();
    }

    @Override
    public List<Absence> absences(LocalDate endingFrom) {
        return jdbc.sql("""
                        select b.id, a.login, d.login as deputy, b.from_on, b.to_on
                        from absence b join account a on a.id = b.account_id join account d on d.id = b.deputy_id
                        where b.to_on >= :from order by b.from_on, a.login
                        """)
                .param("from", endingFrom)
                .query((row, n) -> new Absence(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("deputy"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)))
                .list();
    }

    @Override
    public void plan(Absence absence) {
        jdbc.sql("""
                        insert into absence (id, account_id, deputy_id, from_on, to_on)
                        select :id, a.id, d.id, :from, :to from account a, account d
                        where a.login = :login and d.login = :deputy
                        """)
                .param("id", absence.id())
                .param("login", absence.login())
                .param("deputy", absence.deputy())
                .param("from", absence.from())
                .param("to", absence.to())
                .update();
    }

    @Override
    public void cancel(UUID absence) {
        jdbc.sql("delete from absence where id = :id").param("id", absence).update();
    }

    private static Account account(ResultSet row) throws SQLException {
        @Nullable Timestamp lockedUntil = row.getTimestamp("locked_until");
        String[] granted = (String[]) row.getArray("rights").getArray();
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("password"),
                row.getBoolean("enabled"),
                Optional.ofNullable(lockedUntil).map(Timestamp::toInstant),
                Arrays.stream(granted).map(RightRows::right).collect(Collectors.toUnmodifiableSet()));
    }
}
