package fr.aubette.desk;

import static fr.aubette.desk.DeskData.person;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.model.Attachment;
import fr.aubette.model.Counter;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A morning in a département: what the console looks like in use. All of it is invented. */
final class Town {

    private final DeskData data;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Paris"));

    /** The ticket with the longest story. */
    String story = "";

    /** A form, two hours ago. */
    String other = "";

    String secret = "";

    Town(DeskData data) {
        this.data = data;
    }

    Town people() {
        data.person(
                "claire", "Claire Morvan", Right.in(Kind.AGENT, "MOBILITES_VOIRIE"), Right.in(Kind.AGENT, "EDUCATION"));
        data.person(
                "nadia",
                "Nadia Ferhat",
                Right.in(Kind.SUPERVISOR, "AUTONOMIE"),
                Right.in(Kind.PROTECTED, "AUTONOMIE"),
                Right.in(Kind.AGENT, "TRIAGE"));
        data.agent("responsable.aides", "Fatou Diarra", "AUTONOMIE");
        data.person("admin", "Paul Astier", Right.everywhere(Kind.ADMINISTRATOR), Right.in(Kind.AGENT, "TRIAGE"));
        return this;
    }

    Town tickets() {
        Person lucie = person("Lucie", "Lemaire", "+33639980141", "lucie.lemaire@example.org");
        DeskData.Draft hole = data.ticket(
                        "ROUTES", "MOBILITES_VOIRIE", "Nid-de-poule dangereux sur la RD 12, au droit du collège")
                .at(ago(76))
                .open("Lucie", "Lemaire")
                .part("EDUCATION", "information", null)
                .due(
                        "SERVICE_COMMITMENT",
                        today.plusDays(2),
                        "Services Publics+ engagement 4",
                        "7 jours depuis le " + today.minusDays(5))
                .due("AEE", today.minusDays(2), "CRPA R112-11-2", "1 jour ouvré depuis le " + today.minusDays(3));
        story = hole.number();
        hole.said(
                new Mail(
                        Optional.of("a@example.org"),
                        List.of(),
                        List.of(),
                        List.of("contact@departement.example.org"),
                        Mail.Nature.REQUEST,
                        Optional.empty()),
                ago(76),
                lucie,
                "Bonjour,\n\nUn trou d’une quarantaine de centimètres s’est ouvert sur la RD 12, juste avant le passage piéton du collège Jean-Moulin. Hier soir un cycliste est tombé. Pouvez-vous le faire reboucher avant la rentrée ?\n\nMon premier signalement portait le numéro VOIR-2026-00412 mais je n’ai pas eu de réponse.\n\nLucie Lemaire\n96310 Clairmont-sur-Serène",
                new Attachment("trou-RD12.jpg", "image/jpeg", 2_412_000));
        hole.event("opened", "aubette", ago(76), "{}");
        hole.event("taken", "claire", ago(71), "{}");
        hole.event(
                "noted",
                "claire",
                ago(70),
                "{\"text\":\"Vu avec la subdivision : équipe disponible jeudi matin. Signalisation provisoire posée.\"}");
        hole.said(
                new Phone(
                        "1.1",
                        Optional.of("+33639980141"),
                        "0199000100",
                        List.of("Voirie", "Accueil"),
                        List.of("204"),
                        Optional.of("204"),
                        Phone.Outcome.ANSWERED,
                        Duration.ofSeconds(42),
                        Duration.ofSeconds(187),
                        Duration.ofSeconds(231)),
                ago(26),
                lucie,
                "");
        hole.said(
                new Letter(
                        "Courrier central",
                        today.minusDays(1),
                        List.of(
                                new Letter.Page(
                                        1,
                                        "Lucie LEMAIRE\n7, chemin des Vignes\n96310 Clairmont-sur-Serène\n\nObjet : confirmation de mon appel\n\nMadame, Monsieur,\n\nJe confirme par la présente mon appel d’hier au sujet du nid-de-poule de la RD 12.",
                                        93),
                                new Letter.Page(2, "", 12)),
                        Letter.Reading.IN_PART,
                        Optional.of(today.minusDays(3))),
                ago(4),
                lucie,
                "Je confirme mon appel");
        hole.written(
                "receipt",
                "undelivered",
                "aubette",
                ago(75),
                "accuse-enregistrement",
                "Madame, Monsieur,\n\nVotre demande a été enregistrée.");
        hole.written(
                "reply",
                "visa",
                "claire",
                ago(3),
                "",
                "Madame,\n\nNos équipes ont sécurisé la chaussée ; la réparation définitive suivra.");
        hole.written("reply", "ready", "claire", ago(2), "", "Madame,\n\nL’équipe passe jeudi matin.");
        hole.written(
                "reply",
                "draft",
                "claire",
                ago(1),
                "travaux-programmes",
                "Madame,\n\nNos équipes ont programmé {{kind}} le {{day}}. Merci de votre vigilance.");
        hole.taken("claire");

        DeskData.Draft sunken = data.ticket("ROUTES", "MOBILITES_VOIRIE", "Affaissement de chaussée, RD 7 au PK 14")
                .priority("urgent")
                .at(ago(2))
                .open("Marc", "Delattre")
                .due("AEE", today.plusDays(1), "CRPA R112-11-2", "1 jour ouvré");
        other = sunken.number();
        sunken.said(
                form("voirie", "Voirie", Map.of("commune", "Val-Rivière", "route", "RD 7")),
                ago(2),
                person("Marc", "Delattre", "", "marc.delattre@example.org"),
                "La chaussée s’affaisse.");
        data.ticket("ROUTES", "MOBILITES_VOIRIE", "Branche menaçant de tomber, route de Serène")
                .at(ago(20))
                .open("Odile", "Pasquier")
                .due("SERVICE_COMMITMENT", today.plusDays(9), "Services Publics+ engagement 5", "14 jours")
                .said(
                        new Letter(
                                "Courrier central",
                                today,
                                List.of(new Letter.Page(1, "Texte", 90)),
                                Letter.Reading.WHOLE,
                                Optional.empty()),
                        ago(20),
                        person("Odile", "Pasquier", "", ""),
                        "Texte");
        data.ticket("ROUTES", "MOBILITES_VOIRIE", "Demande de miroir à la sortie du lotissement")
                .at(ago(49))
                .open("Karim", "Benali")
                .said(
                        new Counter("Maison du Département, Clairmont", "claire", Counter.Entry.VISIT),
                        ago(49),
                        person("Karim", "Benali", "+33639980102", ""),
                        "Sortie sans visibilité.");
        data.ticket("ROUTES", "MOBILITES_VOIRIE", "Appel du 01 99 00 12 34")
                .at(ago(1))
                .open("", "")
                .said(
                        new Phone(
                                "1.2",
                                Optional.of("+33199001234"),
                                "0199000100",
                                List.of("Voirie"),
                                List.of(),
                                Optional.empty(),
                                Phone.Outcome.ABANDONED,
                                Duration.ofSeconds(95),
                                Duration.ZERO,
                                Duration.ofSeconds(95)),
                        ago(1),
                        Person.unknown(),
                        "");
        for (int i = 0; i < 14; i++) {
            DeskData.Draft each = data.ticket("ROUTES", "MOBILITES_VOIRIE", SUBJECTS[i % SUBJECTS.length])
                    .at(ago(30 + 11 * i))
                    .open(FIRST[i % FIRST.length], LAST[i % LAST.length]);
            each.due(
                            i % 3 == 0 ? "ARE" : "SERVICE_COMMITMENT",
                            today.plusDays(i - 4L),
                            i % 3 == 0 ? "CRPA R112-11-1" : "Services Publics+ engagement 4",
                            "Compté depuis l’arrivée")
                    .said(
                            form("voirie", "Voirie", Map.of("commune", "Clairmont-sur-Serène")),
                            ago(30 + 11 * i),
                            person(FIRST[i % FIRST.length], LAST[i % LAST.length], "", ""),
                            "Bonjour.");
            if (i % 4 == 1) {
                each.taken("claire");
            }
        }
        DeskData.Draft hidden = data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Voisine âgée, bleus sur les bras")
                .priority("protected")
                .service("SIGNALEMENT_MAJEUR_VULNERABLE")
                .at(ago(3))
                .open("Simone", "Vasseur");
        hidden.said(
                form("contact", "Voirie", Map.of()),
                ago(3),
                person("Jean", "Prudent", "", "jean.prudent@example.org"),
                "Ma voisine du troisième a des bleus sur les bras et peur de son neveu.");
        secret = hidden.number();
        data.ticket("AIDE_SOCIALE_HEBERGEMENT", "AUTONOMIE", "Prise en charge de l’hébergement de ma mère")
                .at(ago(60))
                .open("Hugo", "Marchand")
                .written(
                        "reply",
                        "visa",
                        "nadia",
                        ago(2),
                        "",
                        "Monsieur,\n\nL’aide sociale à l’hébergement de votre mère est accordée à compter du 1er novembre.")
                .asks("RESPONSABLE_AIDES_INDIVIDUELLES");
        data.ticket("APA", "AUTONOMIE", "Révision du plan d’aide après hospitalisation")
                .service("APA")
                .at(ago(28))
                .open("Robert", "Chauvin")
                .due("ACKNOWLEDGEMENT", today.plusDays(8), "CASF R232-23", "10 jours")
                .said(
                        form("apa", "APA", Map.of("dossier", "APA-2023-004518")),
                        ago(28),
                        person("Claire", "Chauvin", "", "claire.chauvin@example.org"),
                        "Mon père rentre lundi. APA-2023-004518");
        data.ticket("A_QUALIFIER", "TRIAGE", "Question sur mon dossier")
                .at(ago(5))
                .open("Inès", "Robin")
                .said(
                        form("contact", "Autre", Map.of()),
                        ago(5),
                        person("Inès", "Robin", "", "ines.robin@example.org"),
                        "Bonjour, où en est mon dossier ?");
        return this;
    }

    private static Form form(String code, String category, Map<String, String> fields) {
        return new Form(code, Optional.of(category), fields);
    }

    private Instant ago(long hours) {
        return now.minus(Duration.ofHours(hours)).minusSeconds(hours * 7);
    }

    private static final String[] SUBJECTS = {
        "Panneau couché au carrefour des Quatre-Chemins",
        "Éclairage du giratoire de la zone artisanale",
        "Bruit de la nouvelle bretelle, demande de mur antibruit",
        "Arrêt de car non déneigé devant l’école",
        "Permission de voirie pour un bateau d’accès",
        "Dos-d’âne trop haut rue de la Gare",
        "Fossé bouché, champ inondé"
    };
    private static final String[] FIRST = {"Anne", "Yannick", "Fatou", "Hugo", "Monique"};
    private static final String[] LAST = {"Tessier", "Le Goff", "Diarra", "Marchand", "Poulain-Garnier"};
}
