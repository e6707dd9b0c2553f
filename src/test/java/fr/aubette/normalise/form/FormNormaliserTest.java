package fr.aubette.normalise.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.model.Attachment;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Form;
import fr.aubette.model.Person;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormNormaliserTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void tellsWhoAsksForWhomAndWhat() {
        Contact contact = normalise("""
                {"token": "t", "categorie": "voirie", "nom": "Chauvin", "prenom": "Claire",
                 "naissance": "03/02/1975", "telephone": "06 39 98 01 02", "courriel": "Claire.Chauvin@Example.org",
                 "adresse": "7 chemin des Vignes\\n96310 Clairmont", "dossier": "APA-2023-004518",
                 "message": "Mon père rentre d'hospitalisation.", "lieu": "RD 12",
                 "beneficiaire_prenom": "Robert", "beneficiaire_nom": "Chauvin", "beneficiaire_naissance": "1942-08-19"}""");

        assertThat(contact.requester())
                .isEqualTo(new Person(
                        Optional.empty(),
                        Optional.of("Chauvin"),
                        Optional.of("Claire"),
                        Optional.of(LocalDate.of(1975, 2, 3)),
                        List.of("+33639980102"),
                        List.of("claire.chauvin@example.org"),
                        Optional.of("7 chemin des Vignes, 96310 Clairmont")));
        assertThat(contact.beneficiary().orElseThrow().birthDate()).contains(LocalDate.of(1942, 8, 19));
        assertThat(contact.caseFiles()).containsExactly("APA-2023-004518");
        assertThat(contact.subject()).isEqualTo("Mon père rentre d'hospitalisation.");
        assertThat(contact.text()).isEqualTo("Mon père rentre d'hospitalisation.\n\nLieu : RD 12");
        assertThat(((Form) contact.channel()).category()).contains("voirie");
        assertThat(contact.receivedAt()).isEqualTo(MONDAY);
    }

    @Test
    void takesANameThatIsNotPartedAsAWhole() {
        Contact contact = normalise("{\"nom\": \"Jeanne Test\", \"objet\": \"Demande\", \"message\": \"Bonjour\"}");

        assertThat(contact.requester().name()).contains("Jeanne Test");
        assertThat(contact.requester().lastName()).isEmpty();
        assertThat(contact.subject()).isEqualTo("Demande");
    }

    @Test
    void leavesOutWhatCannotBe() {
        Contact contact = normalise(
                "{\"naissance\":\"31/02/1980\",\"telephone\":\"abc\",\"courriel\":\"a@b.fr\\r\\nBcc: c@d.fr\",\"message\":\"x\"}");

        assertThat(contact.requester()).isEqualTo(Person.unknown());
    }

    @Test
    void cutsALongMessageAtAWordForTheSubject() {
        String subject =
                normalise("{\"message\": \"" + "mot ".repeat(100) + "\"}").subject();

        assertThat(subject).hasSizeLessThan(90).endsWith("mot…");
    }

    @Test
    void keepsAnAttachmentsNameButNoPath() {
        Contact contact = normalise("{\"fichiers\":[{\"nom\":\"..\\\\..\\\\a/photo.jpg\",\"contenu\":\"QUJD\"}]}");

        assertThat(contact.attachments()).containsExactly(new Attachment("photo.jpg", "application/octet-stream", 3));
        assertThat(contact.subject()).isEqualTo("Formulaire « contact » sans message");
    }

    @Test
    void takesHostileTextsAsText() throws IOException {
        Contact contact = normalise(Files.readString(Path.of("src/test/resources/form/bad/textes.json")));

        assertThat(contact.text()).contains("<script>alert(1)</script>");
        assertThat(contact.requester().mails()).isEmpty();
    }

    @Test
    void losesNothingThatHasNoPlaceOfItsOwn() {
        Contact contact = normalise(
                "{\"beneficiaire_nom\":\"Test\",\"beneficiaire_lien\":\"mon père\",\"pour_information\":\"oui\"}");

        assertThat(contact.text()).isEqualTo("Beneficiaire lien : mon père\nPour information : oui");
    }

    @Test
    void refusesWhatIsNotAForm() {
        assertThatThrownBy(() -> normalise("bonjour"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("JSON");
    }

    private static Contact normalise(String json) {
        return new FormNormaliser()
                .normalise(new RawItem(
                        ChannelKind.FORM,
                        "portail",
                        "t",
                        MONDAY,
                        "application/json",
                        Map.of(),
                        Content.of(json.getBytes(StandardCharsets.UTF_8))));
    }
}
