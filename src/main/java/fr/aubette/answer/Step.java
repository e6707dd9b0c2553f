package fr.aubette.answer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody must see or sign an answer, or did.
 *
 * @param round counts how often the answer was submitted, from 1
 * @param place in order, from 1
 * @param post a visa's post in {@code config/signatures.yaml}; blank for a signature
 * @param actor sign-in name of who decided, or the outside signature book's word for it
 * @param signedAs name and title, a line each, under which it was signed
 * @param remark why it was refused
 */
public record Step(
        int round,
        int place,
        Kind kind,
        String post,
        State state,
        Optional<String> actor,
        Optional<String> signedAs,
        Optional<String> remark,
        Optional<Instant> at) {

    /** What is asked. */
    public enum Kind {
        VISA,
        SIGNATURE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was said. */
    public enum State {
        WAITING,
        GIVEN,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
