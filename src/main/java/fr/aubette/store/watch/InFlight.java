package fr.aubette.store.watch;

import fr.aubette.intake.StreamSettings;
import fr.aubette.lease.Overload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Counts now and then what is in flight, no further than the limit; reading goes on at four fifths of it. */
@Repository
class InFlight implements Overload {

    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

    private final JdbcClient jdbc;
    private final int limit;
    private volatile boolean tooMuch;

    InFlight(JdbcClient jdbc, StreamSettings settings) {
        this.jdbc = jdbc;
        this.limit = settings.maxInFlight();
    }

    @Override
    public boolean tooMuch() {
        return tooMuch;
    }

    @Scheduled(fixedDelayString = "${aubette.stream.count-every:2s}")
    void count() {
        try {
            int inFlight = jdbc.sql(
                            "select count(*) from (select 1 from intake where outcome is null limit :most) as few")
                    .param("most", limit + 1)
                    .query(Integer.class)
                    .single();
            note(tooMuch ? inFlight > limit * 4L / 5 : inFlight > limit);
        } catch (DataAccessException e) {
            LOG.debug("What is in flight cannot be counted: {}", e.getMessage());
        }
    }

    private void note(boolean now) {
        if (now != tooMuch) {
            LOG.warn(now ? "Over {} in flight: mailboxes and folders wait" : "Under {} in flight again", limit);
            tooMuch = now;
        }
    }
}
