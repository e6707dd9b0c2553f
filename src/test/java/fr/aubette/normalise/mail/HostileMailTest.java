package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import fr.aubette.model.Attachment;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails made to hurt their reader. */
class HostileMailTest {

    private static final Set<String> NO_MAILS = Set.of("vide.eml", "bruit.eml");
    private static final String FROM = "From: a@example.org\r\n";

    static Stream<String> files() throws IOException {
        return Files.list(Path.of("src/test/resources/mail/bad"))
                .map(path -> path.getFileName().toString())
                .filter(name -> !NO_MAILS.contains(name))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsWellAsMayBe(String file) {
        Contact contact = Mails.read("bad/" + file);

        assertThat(contact.subject() + contact.text()).doesNotContain("\0");
        assertThat(contact.subject()).doesNotContain("\r", "\n");
        assertThat(contact.requester().name().orElse("")).doesNotContain("\r", "\n", "\0");
        assertThat(contact.attachments()).extracting(Attachment::name).allSatisfy(HostileMailTest::isSafe);
    }

    private static void isSafe(String name) {
        assertThat(name)
                .doesNotContain("/", "\\", "\0", "\r", "\n", "<", ":", "\u202e")
                .doesNotStartWith(".");
        assertThat(name.length()).isLessThanOrEqualTo(200);
    }

    @Test
    void isRefusedWhenItIsNoMail() {
        assertThatThrownBy(() -> Mails.read("bad/vide.eml"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("vide");
        assertThatThrownBy(() -> Mails.read("bad/bruit.eml"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pas un courriel");
    }

    @Test
    void isUnderstoodByItsStartWhenItIsTooLarge() {
        byte[] start = "From: Anne <anne@example.org>\r\nSubject: Plans\r\n\r\nVoici les plans de la maison."
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        RawItem item = new RawItem(
                ChannelKind.MAIL,
                "courriel",
                "boite:1",
                Mails.ARRIVED,
                "message/rfc822",
                Map.of("oversize", "60000000", "folder", "INBOX"),
                Content.of(start));

        assertThat(new MailNormaliser(Mails.SETTINGS).normalise(item).subject()).isEqualTo("Plans");
        assertThat(new MailNormaliser(Mails.SETTINGS).normalise(item).text())
                .startsWith("[Courriel trop volumineux (60000000 octets)")
                .endsWith("Voici les plans de la maison.");
    }

    @Test
    void isRefusedWhenTheMailboxCouldNotGiveIt() {
        RawItem item = new RawItem(
                ChannelKind.MAIL,
                "courriel",
                "boite:1",
                Mails.ARRIVED,
                "message/rfc822",
                Map.of("unreadable", "MessagingException", "folder", "INBOX"),
                Content.of(new byte[0]));

        assertThatThrownBy(() -> new MailNormaliser(Mails.SETTINGS).normalise(item))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("resté dans le dossier INBOX");
    }

    @Test
    void isReadWithLoneCarriageReturns() {
        assertThat(Mails.read("bad/cr.eml").text()).isEqualTo("Bonjour");
        assertThat(Mails.read("bad/cr.eml").subject()).isEqualTo("Demande");
    }

    @Test
    void isReadByItsFirstSenderWhenItHasTwo() {
        assertThat(Mails.readRaw(FROM + "From: b@example.org\r\n\r\n")
                        .requester()
                        .mails())
                .containsExactly("a@example.org");
    }

    @Test
    void isRefusedWhenItNestsWithoutEnd() {
        StringBuilder mail = new StringBuilder(FROM);
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }

        assertThatThrownBy(() -> Mails.readRaw(mail.toString()))
                .isInstanceOf(Refused.class)
                .hasMessage("courriel emboîté sur plus de 100 niveaux");
    }

    @Test
    void isReadThoughItNestsMailsInMails() {
        String mail = (FROM + "Content-Type: message/rfc822\r\n\r\n").repeat(2_000) + FROM + "\r\nfond";

        assertThat(Mails.readRaw(mail).attachments()).hasSize(1);
    }

    @Test
    void isRefusedWhenItHasTooManyParts() {
        String mail = FROM + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(10_000);

        assertThatThrownBy(() -> Mails.readRaw(mail))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2000 parties");
    }

    @Test
    void isRefusedWhenItsHeaderHasNoEnd() {
        Content endless = stream(FROM, "X-A: 1\r\n", 1_000_000, "");

        assertThatThrownBy(() -> Mails.read(endless))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("en-têtes");
    }

    @Test
    void isCountedNotHeldWhenItsAttachmentIsHuge() {
        String head = FROM + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nVoir la video\r\n--b\r\n"
                + "Content-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        int lines = 100 * 1024 * 1024 / 78;
        Content mail = stream(head, "AAAA".repeat(19) + "\r\n", lines, "--b--\r\n");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Contact contact = Mails.read(mail);

        assertThat(contact.attachments()).containsExactly(new Attachment("v.mp4", "video/mp4", 57L * lines));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10L * 1024 * 1024);
    }

    @Test
    void isReadInLittleMemoryWhenItHasTwentyFiveMegabytes() {
        String head = FROM + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nVoici mon dossier\r\n";
        String file = "--b\r\nContent-Type: image/jpeg; name=p.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + ("AAAA".repeat(19) + "\r\n").repeat(1_600);
        Content mail = stream(head, file, 200, "--b--\r\n");

        long allocated =
                allocatedBy(() -> assertThat(Mails.read(mail).attachments()).hasSize(200));

        assertThat(allocated).isLessThan(10L * 1024 * 1024);
    }

    @Test
    void isReadInLittleMemoryWhenItsTextHasTwentyFiveMegabytes() {
        Content mail = stream(FROM + "\r\n", "> Le 3 mars 2025 à 10:12, Anne a écrit :\r\n", 600_000, "Oui\r\n");

        long allocated = allocatedBy(() -> assertThat(Mails.read(mail).text()).startsWith("> Le 3 mars"));

        assertThat(allocated).isLessThan(250L * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> quoted\n\n",
                "a écrit :\n",
                "Le 3 mars 2025 à 10:12, Anne a écrit :\n\n",
                "De : a@example.org\n",
                "De : a\n\nÀ : b\nx\n",
                "-----\n",
                "--\n>\n",
                "On 3 On 3 On 3 On 3 On 3 wrote:\n",
                "Envoyé de mon iPhone\n\n",
                "Ce message est confidentiel destinataire par erreur confidentiel destinataire par erreur, détruire.\n\n",
                "```\n",
                "<<<<<<<<<<@@@@@@@@@@ 10:10:10:10 :\n",
                "Le Le Le Le Le Le Le Le Le 3 mars 10:12 a écrit a écrit a écrit :  a écrit :  x\n"
            })
    void isReadInLittleTimeThoughItLooksLikeQuotesAllOver(String line) {
        String mail = FROM + "Content-Type: text/plain; charset=utf-8\r\n\r\nBonjour\n"
                + new String(
                        line.repeat(1_000_000 / line.length()).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);

        assertThat(Duration.ofNanos(timeOf(() -> Mails.readRaw(mail)))).isLessThan(Duration.ofSeconds(5));
    }

    private static long timeOf(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void isReadThoughItsHtmlIsDeep() {
        String mail = FROM + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(100_000) + "texte";

        assertThat(Mails.readRaw(mail).text()).isEqualTo("texte");
    }

    /** A mail made while it is read: its head, the same line many times, its end. */
    private static Content stream(String head, String line, int times, String end) {
        byte[] block = line.repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
        List<InputStream> rest = Collections.nCopies(times % 1_000, line).stream()
                .map(each -> (InputStream) new ByteArrayInputStream(each.getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        return () -> new SequenceInputStream(Collections.enumeration(Stream.of(
                        Stream.of(bytes(head)),
                        Stream.generate(() -> new ByteArrayInputStream(block)).limit(times / 1_000),
                        rest.stream(),
                        Stream.of(bytes(end)))
                .flatMap(each -> each)
                .map(InputStream.class::cast)
                .toList()));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
