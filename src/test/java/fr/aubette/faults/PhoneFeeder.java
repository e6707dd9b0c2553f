package fr.aubette.faults;

import fr.aubette.embedded.DemoSwitchboard;
import fr.aubette.embedded.RecordedStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A switchboard that tells of each call once: what the hub does not hear then, it never hears. */
final class PhoneFeeder implements Feeder {

    static final String USER = "faults";

    private static final RecordedStream CALL = RecordedStream.ofResource(DemoSwitchboard.CALLS.get(0));

    /** Time after a call's last event in which the hub must have lived on to have heard it for sure. */
    private static final long HEARD_MILLIS = 1500;

    private final DemoSwitchboard switchboard;
    private final HubProcess hub;
    private final AtomicInteger calls = new AtomicInteger();

    PhoneFeeder(int port, HubProcess hub) throws IOException {
        this.switchboard = new DemoSwitchboard(port, USER, USER, Clock.systemUTC());
        this.hub = hub;
    }

    @Override
    public String channel() {
        return "phone";
    }

    @Override
    public boolean insists() {
        return false;
    }

    @Override
    public long pauseMillis() {
        return 300;
    }

    @Override
    public boolean offer(String marker) throws IOException {
        int life = hub.lives();
        boolean listening = hub.alive() && switchboard.listeners() > 0;
        for (RecordedStream.Chunk chunk :
                CALL.at(Instant.now(), calls.incrementAndGet()).chunks()) {
            String text = new String(chunk.bytes(), StandardCharsets.ISO_8859_1)
                    .replace("CallerIDName: <unknown>", "CallerIDName: " + marker)
                    .replace("CallerIDname: \r", "CallerIDname: " + marker + "\r");
            switchboard.send(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        try {
            TimeUnit.MILLISECONDS.sleep(HEARD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!listening || hub.lives() != life || !hub.alive()) {
            throw new IOException("the hub was down when the call ended");
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        switchboard.close();
    }
}
