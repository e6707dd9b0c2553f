package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Mail;
import fr.aubette.model.Mail.Nature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole mails, each in the shape of a mail program or of an RFC, and what is understood of them. */
class MailCasesTest {

    static Stream<Cases> mails() {
        return Stream.of("kinds.txt", "forwards.txt", "structure.txt").flatMap(Cases::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void isUnderstood(Cases mail) {
        Contact contact = Mails.read(Content.of(mail.message().getBytes(StandardCharsets.UTF_8)));

        mail.expected().lines().forEach(line -> {
            int colon = line.indexOf(':');
            String field = line.substring(0, colon);
            String expected = line.substring(colon + 1).strip();
            String found = found(field, contact, expected);
            assertThat(found).as(field).isEqualTo(expected);
        });
    }

    private static String found(String field, Contact contact, String expected) {
        Mail mail = Mails.mail(contact);
        return switch (field) {
            case "from" -> String.join(" ", contact.requester().mails());
            case "name" -> contact.requester().name().orElse("");
            case "subject" -> contact.subject();
            case "text" -> firstLine(contact.text());
            case "new" -> mail.newText().orElse(contact.text()).replaceAll("\\s+", " ");
            case "kind" -> kind(mail.nature());
            case "nature" -> mail.nature().name().toLowerCase(Locale.ROOT);
            case "failures" ->
                mail.delivery().stream()
                        .flatMap(delivery -> delivery.failures().stream())
                        .map(MailCasesTest::failure)
                        .collect(Collectors.joining(", "));
            case "about" -> mail.delivery().flatMap(Mail.Delivery::messageId).orElse("");
            case "reply-to" -> String.join(" ", mail.inReplyTo());
            case "forwarded" -> mail.forwardedBy().orElse("");
            case "protection" -> mail.protection().name().toLowerCase(Locale.ROOT);
            case "html" -> mail.html().orElse("").replaceAll("\\s+", " ");
            case "attachments" -> attachments(contact, expected);
            case "authentication" ->
                mail.authentication().stream()
                        .map(check -> check.method() + " " + check.result() + " "
                                + check.domain().orElse(""))
                        .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String kind(Nature nature) {
        return switch (nature) {
            case REQUEST, REPLY, CALENDAR -> "human";
            case MAILING -> "bulk";
            default -> nature.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String failure(Mail.Failure failure) {
        return Stream.of(failure.recipient(), failure.action(), failure.status())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** With their sizes when these are expected. */
    private static String attachments(Contact contact, String expected) {
        boolean sizes = expected.matches(".* \\d+");
        List<String> each = contact.attachments().stream()
                .map(file -> sizes ? file.name() + " " + file.size() : file.name())
                .toList();
        return String.join(", ", each);
    }
}
