package fr.aubette.receive.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mails of one folder that the server failed to hand over. One of them rests longer after each failure and goes after
 * the others, so that it holds up nobody, not even when it costs the connection.
 */
final class Suspects {

    /** Attempts before a mail is given up and a person told; it is still tried now and then. */
    static final int PATIENCE = 3;

    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LAST_REST = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;
    private static final int NAMED = 5;

    private final Map<Long, Case> cases = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Case> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Case(int attempts, Instant again, String reason) {}

    /** Counts one more failure; true when it was the last one to be borne. */
    boolean failed(long uid, String reason, Instant at) {
        Case before = cases.get(uid);
        int attempts = before == null ? 1 : before.attempts() + 1;
        Duration rest = attempts >= PATIENCE ? LAST_REST : FIRST_REST.multipliedBy(attempts);
        cases.put(uid, new Case(attempts, at.plus(rest), reason));
        return attempts == PATIENCE;
    }

    /** The giving up could not be told: the next failure is the last one again. */
    void notTold(long uid) {
        cases.computeIfPresent(
                uid, (same, known) -> new Case(PATIENCE - 1, known.again().minus(LAST_REST), known.reason()));
    }

    boolean isOne(long uid) {
        return cases.containsKey(uid);
    }

    boolean rests(long uid, Instant at) {
        Case known = cases.get(uid);
        return known != null && at.isBefore(known.again());
    }

    boolean givenUp(long uid) {
        Case known = cases.get(uid);
        return known != null && known.attempts() >= PATIENCE;
    }

    void clear(long uid) {
        cases.remove(uid);
    }

    void clear() {
        cases.clear();
    }

    /** How many and which, for health; empty when there are none. */
    Optional<String> told(String folder) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        String named = cases.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + " (" + each.getValue().reason() + ")")
                .collect(Collectors.joining(", "));
        String more = cases.size() > NAMED ? " and others" : "";
        return Optional.of(
                "%d mail(s) of %s could not be fetched: UID %s%s".formatted(cases.size(), folder, named, more));
    }
}
