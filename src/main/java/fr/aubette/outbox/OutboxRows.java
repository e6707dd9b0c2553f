package fr.aubette.outbox;

import java.util.List;

/** Port: the rows that wait for the relay. */
public interface OutboxRows {

    /** The oldest rows, in order, at most this many. */
    List<Message> next(int limit);

    /** Forgets rows that the broker holds. */
    void delete(List<Long> ids);
}
