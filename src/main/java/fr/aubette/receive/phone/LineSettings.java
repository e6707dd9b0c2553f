package fr.aubette.receive.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One exchange and how to listen to it: the parameters of the route template {@code receive-phone}.
 *
 * @param name of the source, an entry of {@code config/channels.yaml}
 * @param host of the exchange; empty when another make's system tells its calls over HTTP
 * @param port of the manager interface, 1 to 65535; Asterisk's is 5038
 * @param user of {@code manager.conf}, with {@code read = call,agent,user,reporting} and {@code write =
 *     system,call,reporting}
 * @param journal folder where every received byte is kept until the calls in it are handed over
 * @param segmentSize bytes of one journal file, at least 64 kB
 * @param grace how long after a call's end late events are waited for
 * @param longest silence after which a call without end is taken as over
 * @param ping time between two signs of life asked of the exchange
 * @param silence time without any byte after which the link is taken as dead; more than {@code ping}
 * @param retry first pause before the exchange, or the intake, is tried again; doubles up to thirty times it
 * @param records where calls that nobody heard can be read afterwards
 * @param sounds where the sounds of calls are
 * @param tls true for an encrypted connection to the exchange that the certificate names
 * @param placing how an agent's telephone is called, its extension for the star, and in which context it then dials
 */
public record LineSettings(
        String name,
        String host,
        int port,
        String user,
        String password,
        Path journal,
        long segmentSize,
        Duration grace,
        Duration longest,
        Duration ping,
        Duration silence,
        Duration retry,
        Optional<RecordSpec> records,
        SoundSpec sounds,
        boolean tls,
        String placing) {

    /** How Asterisk calls an agent's telephone, and the context in which it then dials. */
    static final String PLACING = "PJSIP/*@from-internal";

    private static final long LEAST_SEGMENT = 64 * 1024;

    public LineSettings {
        require(!name.isBlank(), "name must not be blank");
        require(!password.isBlank(), "password must not be blank");
        require(port > 0 && port < 65536, "port must lie in 1..65535, is " + port);
        require(segmentSize >= LEAST_SEGMENT, "segmentSize must be at least 65536, is " + segmentSize);
        require(!grace.isNegative(), "grace must not be negative, is " + grace);
        require(longest.compareTo(grace) > 0, "longest must be more than grace, is " + longest);
        require(ping.toMillis() > 0, "ping must be more than zero, is " + ping);
        require(silence.compareTo(ping) > 0, "silence must be more than ping, is " + silence);
        require(placing.matches("[^@\\s]*\\*[^@\\s]*@[^@\\s]+"), "placing must be like PJSIP/*@context, is " + placing);
        require(retry.toMillis() > 0, "retry must be more than zero, is " + retry);
    }

    /** True for a line of which a telephone system of another make tells the calls, over HTTP. */
    boolean byDoor() {
        return host.isBlank();
    }

    /** The longest pause before a new try. */
    Duration longestRetry() {
        return retry.multipliedBy(30);
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException("phone line: " + message);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name + " (" + user + "@" + host + ":" + port + ")";
    }
}
