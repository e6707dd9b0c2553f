package fr.aubette.normalise.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Attachment;
import fr.aubette.model.Contact;
import fr.aubette.model.Mail;
import fr.aubette.model.Mail.Nature;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailNormaliserTest {

    @Test
    void understandsAForwardFromOutlook() {
        Contact contact = Mails.read("own/transfert-outlook.eml");
        Mail mail = Mails.mail(contact);

        assertThat(contact.subject()).isEqualTo("TR: Allocation personnalisée d'autonomie");
        assertThat(contact.requester().name()).contains("Renée Lefèvre");
        assertThat(contact.requester().mails()).containsExactly("renee.lefevre@example.org");
        assertThat(contact.text())
                .startsWith("Bonjour,\n\nJe vous transmets le courrier de ma mère, dossier APA-2023-004518.\n")
                .endsWith("Peux-tu l’envoyer\u00a0?");
        assertThat(contact.caseFiles()).containsExactly("APA-2023-004518");
        assertThat(contact.receivedAt()).isEqualTo(Mails.ARRIVED);
        assertThat(mail.messageId()).contains("transfert-1@example.org");
        assertThat(mail.recipients())
                .containsExactly(
                        "contact@departement.example.org", "social@departement.example.org", "mairie@example.org");
        assertThat(mail.nature()).isEqualTo(Nature.REQUEST);
        assertThat(mail.html()).isEmpty();
    }

    @Test
    void listsEveryFileWithASafeNameAndItsDecodedSize() {
        assertThat(Mails.read("own/transfert-outlook.eml").attachments())
                .containsExactly(
                        new Attachment("image001.png", "image/png", 8),
                        new Attachment("Notification d’aide.pdf", "application/pdf", 9),
                        new Attachment("Première demande.eml", "message/rfc822", 93));
    }

    @ParameterizedTest
    @CsvSource({
        "transfert-outlook, REQUEST",
        "retour-non-remis, BOUNCE",
        "retour-exchange, BOUNCE",
        "absence, AUTO_REPLY",
        "absence-sans-marque, AUTO_REPLY",
        "lettre-d-information, MAILING",
        "invitation, CALENDAR",
        "plainte, FEEDBACK"
    })
    void tellsWhatKindOfMailItIs(String file, Nature expected) {
        assertThat(Mails.mail(Mails.read("own/" + file + ".eml")).nature()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Échec de ma demande de bourse",
                "Absence de réponse depuis trois mois",
                "Absente lors de votre passage",
                "Retour de courrier non distribué",
                "Lu dans le journal"
            })
    void leavesAPersonsSubjectToThePerson(String subject) {
        Contact contact = Mails.readRaw("From: anne@example.org\r\nSubject: " + utf8(subject) + "\r\n\r\nBonjour");

        assertThat(Mails.mail(contact).nature()).isEqualTo(Nature.REQUEST);
    }

    @Test
    void seesAnAnswerByItsThreadAndByItsSubject() {
        Contact threaded = Mails.readRaw(
                "From: a@example.org\r\nSubject: x\r\nIn-Reply-To: <1@h>\r\nReferences: <0@h>\r\n <1@h>\r\n\r\nOui");
        Contact marked = Mails.readRaw("From: a@example.org\r\nSubject: RE : votre lettre\r\n\r\nOui");

        assertThat(Mails.mail(threaded).inReplyTo()).containsExactly("1@h");
        assertThat(Mails.mail(threaded).references()).containsExactly("0@h", "1@h");
        assertThat(Mails.mail(threaded).nature()).isEqualTo(Nature.REPLY);
        assertThat(Mails.mail(marked).nature()).isEqualTo(Nature.REPLY);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, utf-8",
        "iso-8859-15, iso-8859-15",
        "windows-1252, windows-1252",
        "macintosh, x-MacRoman",
        "cp850, IBM850",
        "utf-16, utf-16",
        "iso-8859-1, utf-8",
        "utf-8, windows-1252",
        "us-ascii, windows-1252",
        "inconnu, utf-8",
        "'', windows-1252"
    })
    void readsAccentsInWhateverCharsetTheyReallyAre(String declared, String real) {
        byte[] text = "L'élève à Noël, ça coûte où ?".getBytes(Charset.forName(real));
        String head = "From: a@example.org\r\nContent-Type: text/plain; charset=\"" + declared + "\"\r\n\r\n";

        Contact contact = Mails.readRaw(head + new String(text, StandardCharsets.ISO_8859_1));

        assertThat(contact.text()).isEqualTo("L'élève à Noël, ça coûte où ?");
    }

    @Test
    void readsUtf7() {
        Contact contact = Mails.readRaw("From: a@example.org\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n"
                + "Fen+AOo-tre cass+AOk-e +- 2");

        assertThat(contact.text()).isEqualTo("Fenêtre cassée + 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Anne Le Goff <Anne@Example.ORG>' | Anne Le Goff | anne@example.org",
                "'\"Le Goff, Anne\" <anne@example.org>' | Le Goff, Anne | anne@example.org",
                "'Le Goff, Anne <anne@example.org>' | Le Goff, Anne | anne@example.org",
                "'anne@example.org (Anne Le Goff)' | Anne Le Goff | anne@example.org",
                "'<anne@example.org>' | '' | anne@example.org",
                "'anne@example.org' | '' | anne@example.org",
                "'\"anne@example.org\" <anne@example.org>' | '' | anne@example.org",
                "'''Anne'' <anne@example.org' | Anne | anne@example.org",
                "'=?utf-8?Q?Anne_=3Canne=40example.org=3E?=' | Anne | anne@example.org",
                "'=?utf-8?Q?Mairie=3A_=C3=89tat_civil?= <etat@example.org>' | Mairie: État civil | etat@example.org",
                "'Anne' | Anne | ''"
            })
    void readsSendersAsTheyAreReallyWritten(String from, String name, String address) {
        Contact contact = Mails.readRaw("From: " + from + "\r\nSubject: x\r\n\r\nBonjour");

        assertThat(contact.requester().name().orElse("")).isEqualTo(name);
        assertThat(String.join(" ", contact.requester().mails())).isEqualTo(address);
    }

    @Test
    void cutsALongSubjectAtTheBorderOfACharacter() {
        Contact contact = Mails.readRaw("From: a@example.org\r\nSubject: x" + utf8("😀".repeat(150)) + "\r\n\r\n");

        assertThat(contact.subject()).hasSize(199).endsWith("😀");
    }

    @Test
    void saysSoWhenThereIsNoSubject() {
        assertThat(Mails.readRaw("From: a@example.org\r\nSubject: =?utf-8?Q?_?=\r\n\r\nBonjour")
                        .subject())
                .isEqualTo("(sans objet)");
    }

    @Test
    void makesTextOfHtmlAndKeepsItsLines() {
        Contact contact = Mails.readRaw("From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<style>p{}</style><p>Bonjour,<br>ma   rue<br/>est&nbsp;trou&eacute;e</p><ul><li>un<li>deux</ul>"
                + "<script>alert(1)</script><blockquote>avant</blockquote>");

        assertThat(contact.text()).isEqualTo("Bonjour,\nma rue\nest\u00a0trouée\n\n- un\n- deux\n\n> avant");
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
