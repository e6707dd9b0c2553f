package fr.aubette.store.lease;

import fr.aubette.lease.HubFolder;
import fr.aubette.lease.LeaseRows;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLeaseRows implements LeaseRows {

    private final JdbcClient jdbc;
    private final String place;
    private final String holder;
    private volatile boolean alone;

    JdbcLeaseRows(JdbcClient jdbc, HubFolder folder) {
        this.jdbc = jdbc;
        this.place = folder.name() + "/";
        this.holder = place + UUID.randomUUID();
    }

    @Override
    public boolean acquire(String name, Duration length) {
        endFormerLife();
        return jdbc.sql("""
                insert into lease as held (name, holder, fencing, until)
                values (:name, :holder, 1, clock_timestamp() + :length * interval '1 ms')
                on conflict (name) do update
                set until = excluded.until,
                    fencing = held.fencing + (held.holder <> excluded.holder)::int,
                    holder = excluded.holder
                where held.holder = excluded.holder or held.until < clock_timestamp()
                """)
                        .param("name", name)
                        .param("holder", holder)
                        .param("length", length.toMillis())
                        .update()
                == 1;
    }

    /** Whoever had this hub's place has ended: nobody waits for the leases that it could not give back. */
    private void endFormerLife() {
        if (!alone) {
            jdbc.sql("update lease set until = '-infinity' where starts_with(holder, :place) and holder <> :holder")
                    .param("place", place)
                    .param("holder", holder)
                    .update();
            alone = true;
        }
    }

    @Override
    public void releaseAll() {
        jdbc.sql("update lease set until = '-infinity' where holder = :holder")
                .param("holder", holder)
                .update();
    }
}
