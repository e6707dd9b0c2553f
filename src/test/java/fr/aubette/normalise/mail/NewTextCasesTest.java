package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The new text of an answer, by the program that it was written with. */
class NewTextCasesTest {

    private static final String HEAD =
            "From: josiane@example.org\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: text/%s; charset=utf-8\n\n";

    static Stream<Cases> plain() {
        return Stream.of("replies-french.txt", "replies-abroad.txt").flatMap(Cases::of);
    }

    static Stream<Cases> html() {
        return Cases.of("replies-html.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void isFoundInPlainText(Cases mail) {
        assertThat(newText("plain", mail)).isEqualTo(mail.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("html")
    void isFoundInHtml(Cases mail) {
        assertThat(newText("html", mail)).isEqualTo(mail.expected());
    }

    private static String newText(String form, Cases mail) {
        byte[] bytes = (HEAD.formatted(form) + mail.message()).getBytes(StandardCharsets.UTF_8);
        Contact contact = Mails.read(Content.of(bytes));
        return Mails.mail(contact).newText().orElse(contact.text());
    }
}
