package fr.aubette.normalise.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What programs and house rules add below a text: the name of a telephone, a notice of confidentiality, an
 * advertisement.
 */
final class Tails {

    private static final int LONGEST_LINE = 140;
    private static final int LEAST_NOTICE = 80;
    private static final int MOST_WORDS = 9;
    private static final String DEVICE =
            "i?phones?|ipad|ipod|mobile|mobil\\p{L}*|téléphone|telefon\\p{L}*|teléfono|telefoon|smartphone|portable|android|"
                    + "galaxy|samsung|huawei|xiaomi|redmi|honor|oppo|xperia|sony|wiko|pixel|nokia|motorola|oneplus|htc|lg|"
                    + "outlook|yahoo|proton\\p{L}*|orange|sfr|free|bouygues|laposte|la poste|gmail|hotmail|aol|mail|e-?mail|messagerie|"
                    + "courrier|appareil|tablette|tablet|windows|blackberry|webmail|application|app|spark|gerät|handy|dispositivo|"
                    + "celular|móvil|cellulare|thunderbird|mailo|infomaniak|zimbra|bluemail|k-9|mac|ordinateur|microsoft|sparrow|mailbox";
    private static final Pattern DEVICE_NAMED = Pattern.compile("(?iu)(?<!\\p{L})(?:" + DEVICE + ")(?!\\p{L})");
    private static final Pattern OF_DEVICE = Pattern.compile(
            "(?iu)^(?:sent (?:from|via|with|using|by)|send from|get|download|envoyée?s? (?:de|d['’]|depuis|"
                    + "à partir|via|avec|grâce)|télécharge[rz]|obten(?:ir|ez)|provenance ?:|message envoyé|écrit depuis|"
                    + "mail envoyé|courriel envoyé|gesendet|von|diese nachricht wurde|enviado|enviada|inviato|inviata|verzonden|verstuurd|"
                    + "sendt|skickat|lähetetty|wysłane|wysłano|отправлено|надіслано|из|odesláno|trimis|gönderildi|obtener|scarica|"
                    + "hol(?:en|e)|baixar|obter|stuur|hämta|发自我的|從我的|iphoneから|从我的|отправлено с)(?!\\p{L}).*");
    private static final Pattern MINE =
            Pattern.compile("(?iu)^(?:sent from my|send from my|envoyée?s? (?:de|depuis|via) (?:mon|ma)) \\p{L}.*");
    private static final Pattern NOT_A_DEVICE =
            Pattern.compile("(?iu).*\\b(?:bureau|domicile|adresse|dossier|desk|house|home|office|mairie|travail|lettre|"
                    + "recommandé|courriers|postal|voie|poste)\\b.*");
    private static final Pattern LINK =
            Pattern.compile("<[^>]*>?|\\((?:https?|mailto):[^)]*\\)|\\[https?:[^\\]]*\\]|https?://\\S+");
    private static final Pattern NO_VIRUS =
            Pattern.compile("(?iu)^(?:garanti sans virus|sans virus\\.|virus-?free\\.?|virenfrei\\.?|libre de virus|"
                    + "l['’]absence de virus dans ce (?:courrier|mail)|cet e-?mail a été vérifié|this e?-?mail has been (?:checked|scanned)|"
                    + "ce (?:courrier|courriel|message).{0,40} (?:ne contient aucun virus|a été vérifié|a été analysé)|"
                    + "mail priva di virus|www\\.avast\\.com).*");
    private static final Pattern PAPER = Pattern.compile(
            "(?iu)^\\W*(?:pens(?:ez|ons) à l['’]environnement|avant d['’]imprimer|n['’]imprimez|merci de (?:penser|n['’]imprimer)|"
                    + "préserv(?:ez|ons) (?:l['’]environnement|la planète)|devez-vous vraiment imprimer|adoptez l['’]éco|"
                    + "afin de (?:contribuer|préserver).{0,60}imprime|please consider the (?:environment|planet)|"
                    + "(?:save paper|think before you print)|bitte (?:denken|prüfen) sie.{0,60}(?:umwelt|druck)|antes de imprimir|"
                    + "prima di stampare|denk aan het milieu).*");
    private static final Pattern NOTICE_OPENS = Pattern.compile(
            "(?iu)^\\W*(?:ce (?:message|courriel|mél|mail|e-?mail|courrier électronique|document)|les informations (?:contenues|transmises)|"
                    + "le contenu de ce|l['’]intégrité de ce|cette communication|cet? (?:e-?mail|envoi)|toute (?:utilisation|diffusion)|avis de confidentialité|"
                    + "message confidentiel|avertissement|mentions? légales?|confidentialité|si vous (?:n['’]êtes pas|avez reçu|recevez)|"
                    + "this (?:e-?mail|message|communication|transmission|electronic)|the (?:information|content)s? (?:contained|in|of|transmitted)|"
                    + "confidentiality|disclaimer|legal notice|notice|if you (?:are not|have received)|any (?:unauthori[sz]ed|views)|"
                    + "diese (?:e-?mail|nachricht)|der inhalt dieser|este (?:mensaje|correo|e-?mail)|la información contenida|aviso|"
                    + "questo messaggio|questa e-?mail|le informazioni contenute|ai sensi|avvertenz|esta mensagem|as informações|"
                    + "dit (?:bericht|e-?mail)|deze e-?mail|de informatie|denne (?:e-?mail|e-?post|mail)|det här meddelandet).*");
    private static final List<String> NOTICE_WORDS = List.of(
            "confidenti",
            "destinataire",
            "destinat",
            "par erreur",
            "expéditeur",
            "divulg",
            "diffusion",
            "intégrité",
            "altér",
            "responsab",
            "strictement",
            "détrui",
            "supprim",
            "exclusi",
            "usage",
            "non autoris",
            "interdit",
            "privileg",
            "recipient",
            "intended",
            "in error",
            "unauthori",
            "disclos",
            "prohibited",
            "sender",
            "delete",
            "vertraulich",
            "empfänger",
            "irrtümlich",
            "unbefugt",
            "confidencial",
            "error",
            "riservat",
            "destinatari",
            "errore",
            "vertrouwelijk",
            "geadresseerde",
            "fortrolig",
            "konfidentiell",
            "engage");
    private static final int LEAST_NOTICE_WORDS = 2;

    private Tails() {}

    /** Takes away all of it that ends the text, and telephones' lines wherever they stand alone. */
    static void trim(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean alone = i == 0 || lines.get(i - 1).isEmpty() || i == lines.size() - 1;
            if (alone && isOfProgram(lines.get(i).words())) {
                lines.remove(i);
            }
        }
        boolean again = true;
        while (again) {
            trimBlank(lines);
            again = trimNotice(lines);
        }
    }

    private static void trimBlank(List<Line> lines) {
        while (!lines.isEmpty()) {
            Line last = lines.get(lines.size() - 1);
            if (!last.isEmpty() && !Separators.isRule(last.words()) && !isOfProgram(last.words())) {
                return;
            }
            lines.remove(lines.size() - 1);
        }
    }

    /** Takes the last paragraph away when it is a notice; never the only one. */
    private static boolean trimNotice(List<Line> lines) {
        int start = lines.size();
        while (start > 0 && !lines.get(start - 1).isEmpty()) {
            start--;
        }
        int before = start;
        while (before > 0
                && (lines.get(before - 1).isEmpty()
                        || Separators.isRule(lines.get(before - 1).words()))) {
            before--;
        }
        if (start == lines.size() || before == 0 || !isNotice(lines.subList(start, lines.size()))) {
            return false;
        }
        lines.subList(before, lines.size()).clear();
        return true;
    }

    private static boolean isNotice(List<Line> paragraph) {
        String first = paragraph.get(0).words();
        if (PAPER.matcher(first).matches()) {
            return true;
        }
        if (!NOTICE_OPENS.matcher(first).matches()) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        paragraph.forEach(line -> all.append(line.words()).append(' '));
        String said = all.toString().toLowerCase(Locale.ROOT);
        return said.length() >= LEAST_NOTICE
                && NOTICE_WORDS.stream().filter(said::contains).count() >= LEAST_NOTICE_WORDS;
    }

    /** A line that a mail program signs with: {@code Envoyé de mon iPhone}. */
    static boolean isOfProgram(String words) {
        if (words.length() < 6 || words.length() > LONGEST_LINE) {
            return false;
        }
        if (NO_VIRUS.matcher(words).matches()) {
            return true;
        }
        if (!OF_DEVICE.matcher(words).matches()) {
            return false;
        }
        String said = LINK.matcher(words).replaceAll("").strip();
        boolean few = said.split("\\s+").length <= MOST_WORDS && !said.matches(".*[,;!?].*|.*\\.\\s.*");
        boolean device = DEVICE_NAMED.matcher(said).find();
        boolean mine =
                MINE.matcher(said).matches() && !NOT_A_DEVICE.matcher(said).matches();
        boolean asian = said.startsWith("发自") || said.startsWith("從我的") || said.startsWith("iPhoneから");
        return few && (device && !NOT_A_DEVICE.matcher(said).matches() || mine || asian);
    }
}
