package fr.aubette.receive.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which mails a server failed to hand over, so that one of them is not asked for without end. */
final class FetchFailures {

    /** Attempts before a mail is given up. */
    static final int PATIENCE = 3;

    private static final int REMEMBERED = 10_000;

    private final Map<String, Integer> attempts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Counts one more failure; true when it was the last one to be borne. */
    synchronized boolean endPatience(String mailbox, String place) {
        return attempts.merge(mailbox + ":" + place, 1, Integer::sum) >= PATIENCE;
    }

    synchronized void forget(String mailbox, String place) {
        attempts.remove(mailbox + ":" + place);
    }
}
