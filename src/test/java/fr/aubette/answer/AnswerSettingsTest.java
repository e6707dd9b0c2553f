package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerSettingsTest {

    private static final Mailbox ONE = Mails.mailbox("", 25);

    @Test
    void only_a_mailbox_of_the_source_or_by_default_answers_by_itself() {
        assertThat(settings("", Map.of("contact", ONE)).mailboxFor("contact")).contains("contact");
        assertThat(settings("", Map.of("contact", ONE)).mailboxFor("scanner")).isEmpty();
        assertThat(settings("contact", Map.of("contact", ONE)).mailboxFor("scanner"))
                .contains("contact");
    }

    @Test
    void people_write_by_the_only_one_that_there_is() {
        assertThat(settings("", Map.of("contact", ONE)).mailboxByHand("scanner"))
                .contains("contact");
        assertThat(settings("", Map.of("contact", ONE, "mdph", ONE)).mailboxByHand("scanner"))
                .isEmpty();
        assertThat(settings("mdph", Map.of("contact", ONE, "mdph", ONE)).mailboxByHand("scanner"))
                .contains("mdph");
    }

    private static AnswerSettings settings(String byDefault, Map<String, Mailbox> mailboxes) {
        return new AnswerSettings(
                mailboxes, byDefault, Duration.ofSeconds(10), Duration.ofDays(3), 5, Duration.ofDays(1), 1_000_000);
    }
}
