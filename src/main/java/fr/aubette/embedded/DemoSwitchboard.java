package fr.aubette.embedded;

import fr.aubette.ami.AmiReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A switchboard that is none: it speaks Asterisk's manager protocol on loopback and plays recorded calls to whoever has
 * logged in.
 */
public final class DemoSwitchboard implements Closeable {

    /** The recordings that come with the program. */
    public static final List<String> CALLS = List.of(
            "demo/cti/a_queue_answered",
            "demo/cti/b_abandoned_ringing",
            "demo/cti/f_attended_transfer",
            "demo/cti/d2_queue_full",
            "demo/cti/a2_answered_agent_hangs_up");

    private final ServerSocket server;
    private final String user;
    private final String secret;
    private final Clock clock;
    private final Set<DemoSession> sessions = ConcurrentHashMap.newKeySet();
    private final Map<String, String> channels = new LinkedHashMap<>();
    private final AmiReader watched = new AmiReader(this::watch);
    private final AtomicInteger played = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Opens it on loopback.
     *
     * @param port 0 for any free one
     */
    public DemoSwitchboard(int port, String user, String secret, Clock clock) throws IOException {
        this.user = user;
        this.secret = secret;
        this.clock = clock;
        server = new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
        start("demo-switchboard", this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many clients are logged in. */
    public int listeners() {
        return (int) sessions.stream().filter(DemoSession::isLoggedIn).count();
    }

    /** Plays the recorded calls one after the other, each as a new call of this moment, until it is closed. */
    public void playForever(Duration pause) {
        start("demo-calls", () -> {
            while (!closedWithin(Duration.ZERO)) {
                String call = CALLS.get(played.get() % CALLS.size());
                if (listeners() > 0) {
                    playAsNew(RecordedStream.ofResource(call), 1);
                }
                closedWithin(pause);
            }
        });
    }

    /**
     * Plays a recording as a new call of this moment.
     *
     * @param speed 1 for the pace at which it was recorded, 10 for ten times that; 0 for no pause at all
     */
    public void playAsNew(RecordedStream recording, double speed) {
        play(recording.at(clock.instant(), played.incrementAndGet()), speed);
    }

    /** Plays a recording, byte by byte, in its chunks. */
    public void play(RecordedStream recording, double speed) {
        Duration gone = Duration.ZERO;
        for (RecordedStream.Chunk chunk : recording.chunks()) {
            if (speed > 0) {
                Duration wait = chunk.after().minus(gone);
                if (closedWithin(Duration.ofNanos((long) (Math.max(0, wait.toNanos()) / speed)))) {
                    return;
                }
                gone = chunk.after();
            }
            send(chunk.bytes());
        }
    }

    /** Sends these bytes to whoever has logged in; the channels they tell of are listed from now on. */
    public void send(byte[] bytes) {
        synchronized (channels) {
            watched.read(bytes, 0, bytes.length);
            sessions.stream().filter(DemoSession::isLoggedIn).forEach(session -> session.send(bytes));
        }
    }

    /** Tells nobody: as if the link were down, though the calls go on. */
    public void happenUnheard(byte[] bytes) {
        synchronized (channels) {
            watched.read(bytes, 0, bytes.length);
        }
    }

    /** Closes every connection; new ones are accepted. */
    public void dropConnections() {
        sessions.forEach(DemoSession::close);
    }

    /** Goes silent on every connection without closing it: a firewall forgot it. */
    public void freezeConnections() {
        sessions.forEach(DemoSession::freeze);
    }

    private void watch(fr.aubette.ami.AmiBlock block) {
        if (block.event().equals("Newchannel")) {
            StringBuilder listed = new StringBuilder();
            block.fields().forEach((key, value) -> {
                if (!Set.of("Event", "Privilege", "Timestamp", "Language").contains(key)) {
                    listed.append(key).append(": ").append(value).append("\r\n");
                }
            });
            channels.put(block.channelId(), listed.toString());
        } else if (block.event().equals("Hangup")) {
            channels.remove(block.channelId());
        }
    }

    List<String> channels() {
        synchronized (channels) {
            return List.copyOf(channels.values());
        }
    }

    /** Answers while nothing else is sent. */
    void answer(DemoSession session, String text) {
        synchronized (channels) {
            session.send(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How many logins had a wrong user or secret. */
    public int refusedLogins() {
        return refused.get();
    }

    boolean knows(String name, String key, String expected) {
        boolean known = user.equals(name) && key.equals(expected);
        if (!known) {
            refused.incrementAndGet();
        }
        return known;
    }

    String secret() {
        return secret;
    }

    void left(DemoSession session) {
        sessions.remove(session);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                DemoSession session = new DemoSession(this, socket);
                sessions.add(session);
                start("demo-session", session);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    dropConnections();
                }
            }
        }
    }

    private boolean closedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        dropConnections();
    }
}
