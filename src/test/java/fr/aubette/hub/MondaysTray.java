package fr.aubette.hub;

import fr.aubette.desk.LettersPdf;
import java.util.List;

/** The letters of one Monday: nine that are watched, and many of every day. */
final class MondaysTray {

    private static final List<String> NAMES = List.of(
            "Lemaire", "Bonnet", "Carpentier", "Delorme", "Essai", "Fabre", "Garnier", "Hubert", "Imbert", "Jolivet");
    private static final List<String> SERVICES = List.of("ROUTES", "APA", "RESTAURATION", "ARCHIVES", "FSL");
    private static final List<String> SAID = List.of(
            "Un panneau de la RD 7 est couché dans le fossé depuis la tempête, je vous demande de le relever.",
            "Je souhaite connaître l'avancement de mon plan d'aide à domicile et le nom de la personne qui le suit.",
            "Je vous demande le règlement de la cantine du collège et la date de la prochaine commission des menus.",
            "Je recherche l'acte de mariage de mes arrière-grands-parents, célébré à Belcourt avant la Grande Guerre.",
            "Je sollicite une aide pour le paiement de ma facture d'électricité de cet hiver, que je ne peux régler.");

    private final ScannedMail tray = new ScannedMail();

    private MondaysTray() {}

    /** So many letters in one file, each behind its coded sheet. */
    static ScannedMail of(int letters) {
        MondaysTray monday = new MondaysTray();
        monday.fill(letters);
        return monday.tray;
    }

    /** L1 to L9, then what comes every day. */
    private void fill(int letters) {
        tray.letter("SEP;service=RSA;recommande=1A20012345678", """
                LA POSTE 26-10-2026
                Monsieur le Président du Conseil départemental
                Hôtel du Département
                96000 Sauval
                """, """
                Lise Perrin
                4 rue Haute
                96200 Sauval

                Monsieur le Président du Conseil départemental
                Objet : recours préalable contre un indu de RSA

                Madame, Monsieur,
                Je conteste le trop-perçu de RSA de 1 284,60 euros qui m'a été notifié le 26 août 2026 et forme un recours
                préalable contre cette décision d'indu de RSA. Je demande la remise de ma dette de RSA.
                """);
        tray.picture(
                "SEP;service=MDPH;motif=MDPH;pli=secret médical;lieu=coffre MDPH",
                LettersPdf.letter("Docteur Vial", "certificat", "Diagnostic confidentiel NEPASLIRE de mon patient."));
        tray.letter("SEP", """
                Jean Morel
                4 rue Haute
                96200 Sauval

                Objet : demande d'APA

                Madame, Monsieur,
                J'ai quitté Reims il y a six semaines et je loge chez ma sœur. Je ne fais plus seul ma toilette ni mes repas :
                je vous demande l'allocation personnalisée d'autonomie. Mon téléphone : 06 39 98 70 51.
                """);
        tray.letter("SEP;service=APA;rendre=chèque de 120 euros, acte de naissance", """
                Paule Auber
                12 rue des Tilleuls
                96000 Clairmont

                Objet : pièces de mon dossier d'APA

                Madame, Monsieur,
                Vous trouverez ce que vous m'avez demandé pour mon plan d'aide à domicile : un chèque et l'original de mon
                acte de naissance, que je vous remercie de me rendre.
                """);
        tray.letter("SEP", """
                Hélène Vasseur
                Conseillère départementale du canton de Sauval

                Objet : nid-de-poule sur la RD 12

                Monsieur le Président,
                J'appelle votre attention sur la situation de Mme Perrin, de Sauval : un nid-de-poule profond sur la RD 12 au
                PK 4 abîme la chaussée devant chez elle. En ma qualité d'élue, conseillère départementale, je vous remercie.
                """);
        tray.picture(
                "SEP;service=CONTENTIEUX",
                LettersPdf.letter(
                        "Maître Roux, commissaire de justice",
                        "signification d'une requête devant le tribunal administratif",
                        "J'ai l'honneur de vous signifier la requête ci-jointe."));
        tray.letter(
                "SEP;service=MARCHES;pli=offre de marché;lieu=coffre des marchés",
                "Offre de l'entreprise SECRETDOFFRE");
        tray.letter("SEP;pli=personnel;lieu=bannette du cabinet", "Monsieur le Directeur, personnel INTIMECOURRIER");
        tray.letter("SEP", """
                Odile Favre
                7 rue des Lilas
                96100 Brennac

                Objet : dossier MDPH

                Madame, Monsieur,
                Mon fils souffre de schizophrénie, je demande à la MDPH le renouvellement de son AAH et de sa carte CMI.
                """);
        for (int next = tray.letters(); next < letters; next++) {
            tray.letter(
                    "SEP;service=" + SERVICES.get(next % SERVICES.size()),
                    LettersPdf.letter(
                            NAMES.get(next % 10) + " " + NAMES.get(next / 10 % 10) + next,
                            "ma demande du " + (1 + next % 28) + " octobre",
                            SAID.get(next % SAID.size())));
        }
    }
}
