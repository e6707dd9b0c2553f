package fr.aubette.quarantine;

import fr.aubette.model.Refused;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/**
 * Why a journey stopped, as a person reads it.
 *
 * @param stage where, for example {@code normalise}
 * @param kind whether trying again may help
 * @param reason at most {@value #MAX_REASON} characters, without the item's text
 * @param type the exception's simple name, for a log that must not hold the reason
 */
public record Failure(String stage, QuarantineBook.Kind kind, String reason, String type) {

    /** Longest reason kept, in UTF-16 code units. */
    static final int MAX_REASON = 500;

    /** Longest chain of causes looked through: one may hold itself. */
    private static final int MAX_CAUSES = 20;

    /** What an exception that ended a journey says. */
    public static Failure of(Throwable caught) {
        Throwable refusal = Stream.iterate(caught, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .orElse(null);
        Throwable cause = refusal == null ? NestedExceptionUtils.getMostSpecificCause(caught) : refusal;
        return new Failure(
                Stages.of(cause),
                refusal == null ? QuarantineBook.Kind.FAILED : QuarantineBook.Kind.REFUSED,
                reason(cause),
                cause.getClass().getSimpleName());
    }

    /** A library's words, which may repeat the item's in quotes or below the first line, without those. */
    private static String without(String message) {
        return message.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"|'[^']*'|«[^»]*»", "…");
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).replace('\0', ' ');
        String whole = cause instanceof Refused ? message : cause.getClass().getSimpleName() + ": " + without(message);
        return whole.length() <= MAX_REASON ? whole : whole.substring(0, MAX_REASON);
    }
}
