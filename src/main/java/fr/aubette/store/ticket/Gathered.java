package fr.aubette.store.ticket;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The writes of one transaction, sent together: each trip to PostgreSQL costs more than the statement it carries. They
 * go before anything that the transaction reads after them, and at the latest at its commit.
 */
final class Gathered implements TransactionSynchronization {

    private final JdbcOperations jdbc;
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Set<UUID> opened = new HashSet<>();

    private Gathered(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the transaction that this thread is in. */
    static Gathered in(JdbcOperations jdbc) {
        if (TransactionSynchronizationManager.getResource(jdbc) instanceof Gathered known) {
            return known;
        }
        Gathered fresh = new Gathered(jdbc);
        TransactionSynchronizationManager.bindResource(jdbc, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    /** Keeps a statement without a result, its values in the order of its question marks. */
    void add(String sql, @Nullable Object... itsValues) {
        statements.add(sql.strip());
        values.addAll(Arrays.asList(itsValues));
    }

    /** Notes that this transaction made the ticket: nobody else has an event in it. */
    void opened(UUID ticket) {
        opened.add(ticket);
    }

    /** Whether the ticket was made here and this is asked for the first time. */
    boolean firstEventOf(UUID ticket) {
        return opened.remove(ticket);
    }

    /** Sends what there is, in one trip. */
    void send() {
        if (statements.isEmpty()) {
            return;
        }
        String together = String.join(";\n", statements);
        @Nullable Object[] all = values.toArray();
        statements.clear();
        values.clear();
        jdbc.execute(together, (PreparedStatement statement) -> {
            for (int place = 0; place < all.length; place++) {
                statement.setObject(place + 1, all[place]);
            }
            return statement.execute();
        });
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        send();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(jdbc);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(jdbc, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(jdbc);
    }
}
