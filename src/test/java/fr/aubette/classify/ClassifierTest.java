package fr.aubette.classify;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Channel;
import fr.aubette.model.Classification;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Phone;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("config"));
    private static final Catalogue CATALOGUE = FOLDER.catalogue();
    private static final Routing ROUTING = FOLDER.routing(CATALOGUE);

    private static final String TWO =
            "Ma mère a besoin de plus d'heures d'aide à domicile, son plan d'aide APA est insuffisant.\n"
                    + "Par ailleurs il y a un gros nid-de-poule sur la RD 12 devant chez nous.";

    private final Rulebook rulebook = new Rulebook(() -> ROUTING, CATALOGUE);
    private final Classifier classifier = new Classifier(rulebook);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nid de poule | Il y a un nid-de-poule profond sur la RD 12 à la sortie du virage. | MOBILITES_VOIRIE",
                "Renouvellement AAH | J'attends depuis trois mois la réponse de la MDPH pour mon AAH et ma RQTH. | AUTONOMIE",
                "Aide à domicile | Ma mère a le GIR 4, peut-on revoir le plan d'aide de son APA ? | AUTONOMIE",
                "Menu | Quels sont les menus de la cantine du collège ? Ma carte de cantine est bloquée. | EDUCATION",
                "Route nationale | Un panneau est tombé sur la RN 20, direction nord. | GUICHET_UNIQUE",
                "Facture n° 12 | Notre facture déposée sur Chorus Pro reste impayée, merci de la mandater. | FINANCES",
                "Généalogie | Je cherche l'acte de mariage de mes arrière-grands-parents dans vos registres. | CULTURE",
                "Candidature | Vous trouverez ci-joint mon CV et ma lettre de motivation. | RH"
            })
    void sendsPlainFrenchToItsDirectorate(String subject, String text, String directorate) {
        Matter matter = matters(mail(Mail.Nature.REQUEST), subject, text).get(0);

        assertThat(CATALOGUE.motive(matter.motive()).directorate()).isEqualTo(directorate);
        assertThat(matter.certainty()).isGreaterThanOrEqualTo(ROUTING.sure());
        assertThat(matter.evidence()).extracting(Evidence::rule).contains("words-" + matter.motive());
    }

    @Test
    void leavesToAPersonWhatItDoesNotUnderstandWithItsBestGuesses() {
        Matter matter = matters(mail(Mail.Nature.REQUEST), "Bonjour", "Voici ce que vous savez.")
                .get(0);

        assertThat(matter.motive()).isEqualTo(Matter.TRIAGE);
        assertThat(matter.evidence()).extracting(Evidence::rule).contains("not-sure", "ranking");
    }

    @Test
    void cutsAChildInDangerOutOfARoadReport() {
        String road = "Bonjour, il y a un nid-de-poule sur la RD 12 devant le numéro 6.";
        String child = "Le petit du 4 pleure toutes les nuits, il a des bleus sur les bras et il a peur de rentrer.";
        List<Matter> matters = matters(
                new Form("contact", Optional.of("Voirie"), Map.of()), "Nid-de-poule RD 12", road + "\n" + child);

        assertThat(matters).hasSize(2);
        assertThat(matters.get(0).motive()).isEqualTo("ENFANT_EN_DANGER");
        assertThat(matters.get(0).protectedLane()).isTrue();
        assertThat(matters.get(0).text()).contains("bleus");
        assertThat(matters.get(1).motive()).isEqualTo("ROUTES");
        assertThat(matters.get(1).protectedLane()).isFalse();
        String seen = matters.get(1).subject()
                + matters.get(1).text()
                + matters.get(1).evidence();
        assertThat(seen).contains("nid-de-poule").doesNotContain("petit", "bleus", "pleure", "nuits", "peur");
    }

    @Test
    void makesTwoMattersOfTwoDemands() {
        List<Matter> matters = matters(mail(Mail.Nature.REQUEST), "Deux demandes", TWO);

        assertThat(matters).extracting(Matter::motive).containsExactlyInAnyOrder("APA", "ROUTES");
        assertThat(matters).noneMatch(Matter::protectedLane);
    }

    @Test
    void splitsWhatAParagraphOfItsOwnSetsApart() {
        String road = "Bonjour,\nLa RD 30 est pleine de trous devant le lotissement, j'ai crevé deux fois.\n\n";
        String shelter = "Par ailleurs, l'abribus devant l'école est cassé, les vitres sont par terre depuis lundi.";
        List<Matter> matters = matters(mail(Mail.Nature.REQUEST), "Route de la Tuilerie", road + shelter);

        assertThat(matters)
                .extracting(each -> CATALOGUE.motive(each.motive()).directorate())
                .containsExactly("MOBILITES_VOIRIE", "GUICHET_UNIQUE");
        assertThat(matters.get(0).text()).contains("RD 30").doesNotContain("abribus");
        assertThat(matters.get(1).text()).contains("abribus").doesNotContain("RD 30");
    }

    @ParameterizedTest
    @CsvSource({"J'ai quitté Reims il y a six semaines, AUTRE_DEPARTEMENT", "J'ai quitté Reims il y a six ans, APA"})
    void sendsSocialAidWhereTheDomicileDeSecoursStillIs(String moved, String motive) {
        Matter matter = matters(
                        mail(Mail.Nature.REQUEST),
                        "Demande d'APA",
                        moved + ". Je ne fais plus seul ma toilette et demande l'allocation personnalisée d'autonomie.")
                .get(0);

        assertThat(matter.motive()).isEqualTo(motive);
        assertThat(matter.evidence().stream()
                        .filter(each -> each.rule().equals("instead-of-APA"))
                        .map(Evidence::detail)
                        .toList())
                .isEqualTo(
                        motive.equals("APA")
                                ? List.of()
                                : List.of("« quitté Reims il y a six semaines » (CASF L122-2 et L122-4)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bourse départementale d'enseignement supérieur | Je vous prie de trouver ci-joint mon dossier complet. | AIDES_COLLEGIENS",
                "Candidature à l'accueil familial d'enfants confiés | Nous avons deux chambres et un jardin. | ASE",
                "Contestation d'un trop-perçu de RSA | La notification du 11 février est erronée. | RSA_RECOURS",
                "Demande de téléassistance à mon retour | Je rentre chez moi lundi, deuxième étage. | TELEASSISTANCE"
            })
    void followsAnObjectThatNamesItsMotive(String object, String text, String motive) {
        Matter matter = matters(mail(Mail.Nature.REQUEST), object, text).get(0);

        assertThat(matter.motive()).isEqualTo(motive);
    }

    @Test
    void showsASecondTopicThatIsNotSureEnoughForATicketOfItsOwn() {
        Routing shy = Routings.second(ROUTING, 1, ROUTING.perhaps());
        Matter matter = Classifier.of(() -> shy, CATALOGUE)
                .classify(Contacts.identified(mail(Mail.Nature.REQUEST), "Deux demandes", TWO))
                .classification()
                .matters()
                .get(0);

        assertThat(matter.evidence())
                .filteredOn(each -> each.rule().equals("second-perhaps"))
                .singleElement()
                .satisfies(each -> assertThat(each.detail()).startsWith("peut-être aussi "));
        Routing silent = Routings.second(ROUTING, 1, 1);
        assertThat(Classifier.of(() -> silent, CATALOGUE)
                        .classify(Contacts.identified(mail(Mail.Nature.REQUEST), "Deux demandes", TWO))
                        .classification()
                        .matters()
                        .get(0)
                        .evidence())
                .extracting(Evidence::rule)
                .doesNotContain("second-perhaps");
    }

    @Test
    void showsTheDeskWhatAThreatAsksBesides() {
        String text = "Je vais vous tuer, j'ai un fusil chargé, si vous saisissez encore ma paie par huissier.\n"
                + "Par ailleurs il y a un nid-de-poule sur la RD 12, rebouchez le trou de la chaussée.";
        List<Matter> matters = matters(mail(Mail.Nature.REQUEST), "RD 12 et saisie", text);

        assertThat(matters).singleElement().satisfies(matter -> {
            assertThat(matter.protectedLane()).isTrue();
            assertThat(matter.evidence()).extracting(Evidence::rule).contains("second-perhaps");
        });
    }

    @Test
    void seesNoSecondTopicWhereOneIsToldTwice() {
        String once = "Il y a un nid-de-poule profond sur la RD 12 devant le 6. ";

        assertThat(matters(mail(Mail.Nature.REQUEST), "RD 12", once + "La chaussée de la RD 12 est défoncée.")
                        .get(0)
                        .evidence())
                .extracting(Evidence::rule)
                .doesNotContain("second-perhaps");
    }

    @Test
    void tellsTheDeskThatAnAlarmIsNotSure() {
        Manner manner = ROUTING.manner();
        Routing doubtful = Routings.manner(ROUTING, manner.with(new Manner.Certainty(-9, 0, 0)));
        Routing certain = Routings.manner(ROUTING, manner.with(new Manner.Certainty(9, 0, 0)));
        String text = "Le petit du 4e, 5 ans, a des bleus, son père le frappe et l'enferme.";

        assertThat(restricted(doubtful, text).evidence())
                .contains(new Evidence("not-sure", "au mieux ENFANT_EN_DANGER"));
        assertThat(restricted(doubtful, text).motive()).isEqualTo("ENFANT_EN_DANGER");
        assertThat(restricted(certain, text).evidence())
                .extracting(Evidence::rule)
                .doesNotContain("not-sure");
    }

    private static Matter restricted(Routing routing, String text) {
        Matter matter = Classifier.of(() -> routing, CATALOGUE)
                .classify(Contacts.identified(mail(Mail.Nature.REQUEST), "Inquiétude", text))
                .classification()
                .matters()
                .get(0);
        assertThat(matter.protectedLane()).isTrue();
        return matter;
    }

    @Test
    void suppressesAnAdvertisementButNotAnAnswerThatQuotesOurAutomaticWords() {
        String advert = "Découvrez nos solutions, -20 %. Pour vous désabonner cliquez ici.";
        String answer = "Voici le devis demandé.\n> Ceci est un message automatique, ne répondez pas. Se désinscrire";

        assertThat(classification(mail(Mail.Nature.REQUEST), "Offre spéciale", advert)
                        .suppressed())
                .isPresent();
        assertThat(classification(mail(Mail.Nature.REPLY), "Re: votre demande", answer)
                        .suppressed())
                .isEmpty();
    }

    @Test
    void keepsAChildInDangerAsOneMatterWhenNothingElseIsAsked() {
        List<Matter> matters = matters(
                new Form("contact", Optional.of("Voirie"), Map.of()),
                "Voirie",
                "J'entends le bébé des voisins hurler chaque soir, son père le frappe et il a des hématomes.");

        assertThat(matters)
                .singleElement()
                .satisfies(matter -> assertThat(matter.protectedLane()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C'est suicidaire, ces enfants à vélo sur la RD 12 : une piste cyclable est indispensable.",
                "Ce carrefour de la RD 7 tue, il faut un rond-point.",
                "La cantine du collège massacre nos papilles, les menus sont une torture."
            })
    void isNotAlarmedByFiguresOfSpeech(String text) {
        assertThat(matters(mail(Mail.Nature.REQUEST), "Réclamation", text)).noneMatch(Matter::protectedLane);
    }

    @Test
    void keepsTheSubjectOfAThreatButOnTheProtectedLane() {
        List<Matter> matters = matters(
                mail(Mail.Nature.REQUEST),
                "Titre de recettes",
                "Encore un avis des sommes à payer de la paierie. Je vais vous tuer, j'ai un fusil chargé.");

        assertThat(matters).singleElement().satisfies(matter -> {
            assertThat(matter.motive()).isEqualTo("RECETTES");
            assertThat(matter.protectedLane()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Mail.Nature.class,
            names = {"BOUNCE", "AUTO_REPLY", "MAILING"})
    void suppressesWhatAMachineWrote(Mail.Nature nature) {
        assertThat(classification(mail(nature), "Re: RSA", "texte").suppressed())
                .isPresent();
    }

    @Test
    void givesACallTheMotiveOfTheNumberThenOfTheQueueThenLeavesItToAPerson() {
        assertThat(matters(call("01 99 00 03 00", List.of("routes")), "Appel", "")
                        .get(0)
                        .motive())
                .isEqualTo("MDPH");
        assertThat(matters(call("0199000999", List.of("accueil", "routes")), "Appel", "")
                        .get(0)
                        .motive())
                .isEqualTo("ROUTES");
        assertThat(matters(call("0199000999", List.of()), "Appel", "").get(0).motive())
                .isEqualTo(Matter.TRIAGE);
        assertThat(matters(call("0199000119", List.of()), "Appel", "").get(0).protectedLane())
                .isTrue();
    }

    @Test
    void leavesALetterThatCouldNotBeReadToAPerson() {
        Letter unread =
                new Letter("SIEGE", LocalDate.of(2026, 10, 30), List.of(), Letter.Reading.NOT_READ, Optional.empty());

        assertThat(matters(unread, "RSA", "").get(0).motive()).isEqualTo(Matter.TRIAGE);
    }

    @Test
    void asksToInformTheCabinetWhenAnElectedOfficialWrites() {
        Matter matter = matters(
                        mail(Mail.Nature.REQUEST),
                        "RD 12",
                        "Députée de la circonscription, je vous signale un nid-de-poule sur la chaussée de la RD 12.")
                .get(0);

        assertThat(matter.motive()).isEqualTo("ROUTES");
        assertThat(matter.informed()).contains("CABINET");
    }

    @Test
    void looksQuicklyAtARawTextForTheUrgentQueue() {
        ProtectedLexicon lexicon = new ProtectedLexicon(rulebook);

        assertThat(lexicon.suspects("<p>Mon mari me frappe et m'enferme, j'ai peur, ne rappelez pas.</p>"))
                .isTrue();
        assertThat(lexicon.suspects("Le fauchage de la RD 12 est prévu quand ?"))
                .isFalse();
        assertThat(lexicon.suspects("mot ".repeat(500_000))).isFalse();
    }

    @Test
    void decidesAReplyByWhatItNewlySaysNotByWhatItQuotes() {
        String quoted = "> Votre demande d'APA pour votre mère, GIR 4, est à l'étude.\n> Le plan d'aide suivra.";
        String fresh = "Par contre il y a un nid-de-poule profond sur la RD 12, la chaussée est abîmée.";

        Matter matter = matters(reply(fresh), "Re: votre demande", fresh + "\n" + quoted)
                .get(0);

        assertThat(matter.motive()).isEqualTo("ROUTES");
        assertThat(matters(reply("Merci, bien reçu."), "Re: votre demande", "Merci, bien reçu.\n" + quoted)
                        .get(0)
                        .motive())
                .isNotEqualTo("APA");
    }

    @Test
    void catchesDangerByItsWordsAloneWhenNothingHasBeenLearned() {
        Routing byHand = FOLDER.routingByHand(CATALOGUE);
        Classifier down = new Classifier(new Rulebook(() -> byHand, CATALOGUE));

        assertThat(down.classify(Contacts.identified(
                                mail(Mail.Nature.REQUEST),
                                "Inquiétude",
                                "Le petit du 4e, 5 ans, a des bleus, son père le frappe et l'enferme."))
                        .classification()
                        .matters()
                        .get(0)
                        .protectedLane())
                .isTrue();
    }

    private static Mail reply(String newText) {
        return new Mail(
                Optional.empty(),
                List.of("a@departement.example"),
                List.of(),
                List.of(),
                Mail.Nature.REPLY,
                Optional.empty(),
                Optional.of(newText),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Mail.Protection.NONE);
    }

    private List<Matter> matters(Channel channel, String subject, String text) {
        return classification(channel, subject, text).matters();
    }

    private Classification classification(Channel channel, String subject, String text) {
        return classifier.classify(Contacts.identified(channel, subject, text)).classification();
    }

    private static Mail mail(Mail.Nature nature) {
        return new Mail(Optional.empty(), List.of(), List.of(), List.of(), nature, Optional.empty());
    }

    private static Phone call(String dialled, List<String> queues) {
        return new Phone(
                "1.1",
                Optional.empty(),
                dialled,
                queues,
                List.of(),
                Optional.empty(),
                Phone.Outcome.ABANDONED,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }
}
