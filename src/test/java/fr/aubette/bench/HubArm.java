package fr.aubette.bench;

import fr.aubette.hub.PlainItems;
import fr.aubette.intake.Intake;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub itself: from {@link Intake#take} to an outbox that the relay has emptied into the broker. */
final class HubArm implements Arm {

    private static final long POLL_MILLIS = 5;

    private final Intake intake;
    private final JdbcClient jdbc;

    HubArm(Intake intake, JdbcClient jdbc) {
        this.intake = intake;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public void run(int items) throws Exception {
        Crowd.send(items, this::take);
        settle();
    }

    /** Hands one item to the hub. */
    void take(String reference, byte[] bytes) {
        intake.take(PlainItems.item(reference, bytes));
    }

    /** Returns when all that was taken is on its directorate's queue. */
    void settle() throws InterruptedException {
        while (waiting()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private boolean waiting() {
        return jdbc.sql("select exists (select 1 from intake where outcome is null) or exists (select 1 from outbox)")
                .query(Boolean.class)
                .single();
    }
}
