package fr.aubette.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port: the local accounts, their rights, and who replaces whom. */
public interface Accounts {

    Optional<Account> find(String login);

    /** All of them, by name. */
    List<Account> all();

    boolean none();

    /**
     * Makes one.
     *
     * @param passwordHash naming its method, never a password
     * @return false when the sign-in name is taken
     */
    boolean create(UUID id, String login, String displayName, String passwordHash, Set<Right> rights, Instant at);

    void changeRights(UUID account, Set<Right> rights);

    void changePassword(UUID account, String passwordHash);

    void enable(UUID account, boolean enabled);

    /** Counts a wrong password and makes the next try wait when there were several in a row. */
    void failed(String login, Instant at);

    /** Forgets the wrong passwords. */
    void succeeded(String login);

    /** Who is away on this day and replaced by this account. */
    List<Account> replacedBy(UUID deputy, LocalDate on);

    /** What is planned or under way, by first day. */
    List<Absence> absences(LocalDate endingFrom);

    void plan(Absence absence);

    void cancel(UUID absence);

    /**
     * Somebody who may sign in.
     *
     * @param password hash
     * @param lockedUntil no try is heard before; empty when not locked
     */
    record Account(
            UUID id,
            String login,
            String displayName,
            String password,
            boolean enabled,
            Optional<Instant> lockedUntil,
            Set<Right> rights) {}

    /**
     * Somebody is away and somebody else does her work.
     *
     * @param from first day
     * @param to last day, included
     */
    record Absence(UUID id, String login, String deputy, LocalDate from, LocalDate to) {}
}
