package fr.aubette.normalise.mail.reply;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that mail programs give to the fields of a mail that they quote, in the languages they speak. */
final class Labels {

    /** What a field tells. */
    enum Kind {
        FROM,
        SENT,
        TO,
        COPY,
        SUBJECT,
        OTHER
    }

    /**
     * A line such as {@code Envoyé : lundi 3 mars 2025 10:12}.
     *
     * @param value what follows the colon
     */
    record Labelled(Kind kind, String value) {}

    private static final int LONGEST = 30;
    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        add(
                Kind.FROM,
                "de|from|von|da|van|fra|från|od|от|от кого|від|від кого|lähettäjä|mittente|remitente|expéditeur|afzender|"
                        + "afsender|avsändare|absender|feladó|odesílatel|kimden|gönderen|de la|מאת|من|发件人|寄件者|"
                        + "寄件人|差出人|送信者|보낸 사람|보낸사람|από|pošiljatelj");
        add(
                Kind.SENT,
                "envoyé|envoyé le|envoyée|envoyée le|date|date d'envoi|date d’envoi|message du|reçu|reçu le|sent|date sent|gesendet|"
                        + "gesendet am|datum|enviado|enviado el|enviado em|enviada em|enviada|fecha|inviato|inviato il|data|"
                        + "verzonden|verzonden op|verzenddatum|sendt|dato|skickat|skickat den|lähetetty|päiväys|päivämäärä|"
                        + "wysłano|data wysłania|отправлено|дата|отправлен|надіслано|дата отправления|trimis|elküldve|dátum|"
                        + "odesláno|tarih|gönderildi|gönderilme|נשלח|תאריך|تاريخ|发送时间|日期|发送日期|傳送日期|送信日時|日時|"
                        + "보낸 날짜|날짜|ημερομηνία|στάλθηκε");
        add(
                Kind.TO,
                "à|a|pour|to|an|para|aan|naar|til|till|do|кому|destinataire|destinataires|destinatario|destinatari|empfänger|vastaanottaja|"
                        + "către|címzett|komu|kime|alıcı|אל|לכבוד|إلى|收件人|收件者|宛先|받는 사람|받는사람|προς");
        add(
                Kind.COPY,
                "cc|copie|copie à|cci|kopie|kopie an|kopia|kopi|con copia|ccn|bcc|cópia|копия|копія|kopio|抄送|副本|참조|"
                        + "másolatot kap|kopija|κοιν");
        add(
                Kind.SUBJECT,
                "objet|sujet|subject|betreff|asunto|oggetto|assunto|onderwerp|emne|ämne|temat|тема|aihe|předmět|tárgy|subiect|konu|"
                        + "נושא|الموضوع|主题|主題|主旨|件名|제목|θέμα|zadeva");
        add(
                Kind.OTHER,
                "reply-to|répondre à|antwort an|importance|priorité|priority|priorität|pièces jointes|pièce jointe|attachments|"
                        + "anlagen|allegati|adjuntos|organisation|organization|message-id|x-mailer|liste|signature|wichtigkeit|"
                        + "sécurité|rispondi a|responder a|ответить|anexos|bijlagen|mailed-by");
    }

    private Labels() {}

    private static void add(Kind kind, String names) {
        for (String name : names.split("\\|")) {
            KINDS.putIfAbsent(name, kind);
        }
    }

    /** The label that these words begin with, if any. */
    static Optional<Labelled> of(String words) {
        int colon = colon(words);
        if (colon <= 0) {
            return Optional.empty();
        }
        String name = plain(words.substring(0, colon));
        Kind kind = KINDS.get(name);
        if (kind == null
                && name.startsWith("message du ")
                && name.length() > 11
                && Character.isDigit(name.charAt(11))) {
            return Optional.of(new Labelled(Kind.SENT, words.substring(10)));
        }
        String value = words.substring(colon + 1);
        return kind == null ? Optional.empty() : Optional.of(new Labelled(kind, undecorated(value)));
    }

    private static int colon(String words) {
        int end = Math.min(words.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            if (words.charAt(i) == ':' || words.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return undecorated(name).toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace("  ", " ");
    }

    /** Without the stars of bold type and the blanks around. */
    private static String undecorated(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && (text.charAt(start) == '*' || Line.isBlank(text.charAt(start)))) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == '*' || Line.isBlank(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(start, end);
    }
}
