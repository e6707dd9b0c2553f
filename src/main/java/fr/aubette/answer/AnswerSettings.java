package fr.aubette.answer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers leave. Prefix {@code aubette.answer}, file {@code config/application.yaml}.
 *
 * @param mailboxes outgoing mailboxes by name; one named as a mail source answers what that source took
 * @param defaultMailbox the one that answers all the rest; blank: what has no mailbox of its own gets no receipt
 * @param undo how long an answer waits for its author to take it back; 0 to 10 minutes, 10 s unless told
 * @param giveUpAfter how long a server is asked again; 1 hour to 14 days, 3 days unless told
 * @param maxAutomatic most automatic mails to one correspondent in a window; 1 to 100, 5 unless told
 * @param automaticWindow the window; 1 minute to 31 days, 1 day unless told
 * @param maxFiles most bytes of files with one answer; 15 MiB unless told
 */
@ConfigurationProperties("aubette.answer")
public record AnswerSettings(
        Map<String, Mailbox> mailboxes,
        @DefaultValue("") String defaultMailbox,
        @DefaultValue("10s") Duration undo,
        @DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("5") int maxAutomatic,
        @DefaultValue("1d") Duration automaticWindow,
        @DefaultValue("15728640") long maxFiles) {

    public AnswerSettings {
        mailboxes = mailboxes == null ? Map.of() : Map.copyOf(mailboxes);
        within("undo", undo, Duration.ZERO, Duration.ofMinutes(10));
        within("give-up-after", giveUpAfter, Duration.ofHours(1), Duration.ofDays(14));
        within("automatic-window", automaticWindow, Duration.ofMinutes(1), Duration.ofDays(31));
        if (maxAutomatic < 1 || maxAutomatic > 100) {
            throw new IllegalArgumentException("aubette.answer.max-automatic must lie in 1..100, is " + maxAutomatic);
        }
        if (!defaultMailbox.isBlank() && !mailboxes.containsKey(defaultMailbox)) {
            throw new IllegalArgumentException(
                    "aubette.answer.default-mailbox must be one of " + mailboxes.keySet() + ", is " + defaultMailbox);
        }
    }

    /** The mailbox that answers what this source took. */
    public Optional<String> mailboxFor(String source) {
        return mailboxes.containsKey(source) ? Optional.of(source) : standard();
    }

    /** The mailbox by which a person writes about what this source took, or duty is paged: the only one will do. */
    public Optional<String> mailboxByHand(String source) {
        return mailboxFor(source)
                .or(() -> mailboxes.size() == 1 ? mailboxes.keySet().stream().findFirst() : Optional.empty());
    }

    private Optional<String> standard() {
        return Optional.of(defaultMailbox).filter(name -> !name.isBlank());
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "aubette.answer." + key + " must lie in " + least + ".." + most + ", is " + value);
        }
    }
}
