package fr.aubette.normalise.mail.reply;

import java.util.Locale;
import java.util.regex.Pattern;

/** Lines that programs set between what is new and what is not. */
final class Separators {

    private static final String RULES = "-_=*~#+—–─━•";
    private static final int LONGEST = 90;
    private static final Pattern ANOTHER_MAIL =
            Pattern.compile("(?:(?:début|fin) (?:du )?)?(?:message|mail|courriel|e-?mail|courrier)"
                    + " (?:d['’]origine|original|initial|transféré|transmis|transmis par|réexpédié|suivi|précédent)(?: par .{1,60})?|"
                    + "(?:begin )?(?:original|forwarded|previous) (?:message|mail|e-?mail|appointment|replies)(?: (?:from|follows).{0,60})?|"
                    + "(?:ursprüngliche|weitergeleitete|originale?) ?(?:nachricht|mail)|anfang der weitergeleiteten (?:nachricht|e-mail)|"
                    + "original-nachricht|(?:inicio del )?(?:mensaje|correo) (?:original|reenviado)|(?:inizio )?(?:messaggio|email) "
                    + "(?:originale?|inoltrato)|(?:início da )?mensagem (?:original|encaminhada|reencaminhada)|"
                    + "(?:begin )?(?:oorspronkelijk|origineel|doorgestuurd) bericht|oprindelig (?:meddelelse|besked)|videresendt (?:meddelelse|melding)|"
                    + "opprinnelig melding|(?:ursprungligt|originalmeddelande|vidarebefordrat)(?: meddelande)?|alkuperäinen viesti|"
                    + "välitetty viesti|(?:wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|wiadomość przekazana)|"
                    + "(?:исходное|пересылаемое|пересланное|оригинальное|начало переадресованного) (?:сообщение|сообщения|письмо)|"
                    + "původní zpráva|přeposlaná zpráva|eredeti üzenet|mesaj original|orijinal ileti|özgün ileti|原始邮件|转发的邮件|原邮件|"
                    + "原始郵件|轉寄郵件|元のメッセージ|転送されたメッセージ|원본 메시지|전달된 메시지|הודעה מקורית|الرسالة الأصلية");
    private static final Pattern SAYS_REPLY_ABOVE = Pattern.compile(
            "(?:merci de )?(?:répond(?:re|ez)|écri(?:re|vez))(?: votre réponse)?"
                    + " (?:au-?dessus|avant) (?:de )?cette ligne\\.?|(?:please )?(?:reply|type your reply|write your reply) above this line.{0,40}");

    private Separators() {}

    /** Whether the line says that another mail begins: {@code -----Message d'origine-----}. */
    static boolean announcesAnotherMail(String words) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return false;
        }
        int start = skipRule(words, 0);
        int end = backRule(words, start);
        boolean ruled = start > 1 || end < words.length() - 1;
        boolean colon = end > start && (words.charAt(end - 1) == ':' || words.charAt(end - 1) == '：');
        if (!ruled && !colon) {
            return false;
        }
        String said = words.substring(start, colon ? end - 1 : end).strip().toLowerCase(Locale.ROOT);
        return !said.isEmpty()
                && (ANOTHER_MAIL.matcher(said).matches()
                        || SAYS_REPLY_ABOVE.matcher(said).matches());
    }

    /** Whether the line names what follows as earlier mail, without any rule around: only believed under a rule. */
    static boolean namesAnotherMail(String words) {
        return words.length() <= LONGEST && announcesAnotherMail("--" + words + "--");
    }

    /** A line of nothing but dashes or the like, two at least. */
    static boolean isRule(String words) {
        return isSignatureRule(words) || words.length() > 1 && skipRule(words, 0) == words.length();
    }

    /** The line that RFC 3676 sets above a signature, its blank lost or not, and its usual likenesses. */
    static boolean isSignatureRule(String words) {
        return words.equals("--") || words.equals("__") || words.equals("—") || words.equals("–");
    }

    private static int skipRule(String words, int from) {
        int at = from;
        while (at < words.length() && isOfRule(words.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int backRule(String words, int least) {
        int at = words.length();
        while (at > least && isOfRule(words.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isOfRule(char each) {
        return RULES.indexOf(each) >= 0 || Line.isBlank(each);
    }
}
