package fr.aubette.normalise.letter;

import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Person;
import fr.aubette.typed.PhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote a letter, from its head: only what is plainly there.
 *
 * @param name with its title
 * @param address its lines
 * @param phones in E.164 form, of the head only: a number further down may be anybody's
 * @param mails lower case, likewise
 */
record LetterSender(Optional<Found> name, Optional<Found> address, List<Found> phones, List<Found> mails) {

    /** Lines in which the head of a letter lies. */
    private static final int HEAD = 24;

    private static final int MAX_ADDRESS_LINES = 6;
    private static final int LONGEST_NAME = 80;

    private static final Pattern TITLED =
            Pattern.compile("^(?:M[.,]|Mme|Mlle|MM\\.|Mr|Monsieur|Madame|Mademoiselle|Dr|Docteur|Pr|Maître|Me|Famille)"
                    + "(?:\\s+(?:et|ou)\\s+(?:Mme|Madame|M\\.))?\\s+\\p{Lu}.*$");
    private static final Pattern BODY = Pattern.compile(
            "^(?:Associations?|Amicale|Comité|Société|S\\.?A\\.?R\\.?L\\.?|SAS|S\\.A\\.S\\.|SASU|SA|SCI|SCP|SELARL|EURL|EARL|GAEC|SNC"
                    + "|Entreprise|Éts|Ets|Établissements?|Cabinet|Étude|Office|Syndicat|Mairie|Commune|Collège|Lycée|École|EHPAD|Clinique"
                    + "|Hôpital|Centre|Crèche|Fédération|Union|Club|Coopérative|Fondation|Garage|Maison|Mutuelle|Régie|Résidence|Tribunal"
                    + "|Agence|Assurances?|Banque|Caisse|Collectif|Conseil|Foyer|Institut|Ligue|Groupement)\\b.*\\p{Lu}.*$");
    private static final Pattern ADDRESSEE = Pattern.compile(
            "^(?:À l'attention|A l'attention|Monsieur l[ea]s?\\b|Madame l[ea]s?\\b|Mesdames|Messieurs|(?:au |du |le )?Conseil (?:départemental|général)"
                    + "|(?:le |du )?Département|Hôtel du Département|Pr[ée]sidente? du).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TOWN = Pattern.compile("^(?:F\\s?-\\s?)?\\d{2}\\s?\\d{3}\\s+\\p{L}.*$");
    private static final Pattern STREET = Pattern.compile(
            "(?i)^(?:\\d+.*|.*\\b(?:rue|avenue|av\\.|boulevard|bd|chemin|impasse|place|allée|route|quai|sentier|cité|lieu-dit|résidence|bât(?:iment)?\\.?"
                    + "|appartement|appt|hameau|lotissement|BP|CS|étage|zone)\\b.*)$");
    /** Not when a point follows: a reader of characters tears «exemple.fr» apart, and half an address is another's. */
    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)*\\.[a-zA-Z]{2,24}\\b(?!\\s?\\.\\s?[a-z])");

    private static final Pattern REACHED =
            Pattern.compile("(?i)^(?:t[ée]l|port|mobile|fax|courriel|e-?mail|mail|@).*|.*@.*");
    /** A stamp of the mail room, a fax's own line, a word of the post. */
    private static final Pattern NOISE = Pattern.compile(
            "(?i).*(?:courrier\\s+arriv|arriv[ée]\\s+le|re[çc]u\\s+le|recommand[ée]|accus[ée] de r[ée]ception|urgent|page\\s+\\d|^objet|^exp[ée]diteur\\s*:?$|^de\\s*:$).*");
    /** Closes a letter: who signs comes behind. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?i).*(?:salutations|sentiments|consid[ée]ration|cordialement|respectueu|merci|remerci).*");

    /** A word read with this confidence is what it is. */
    private static final int SURE = 85;

    /** A name known by its place alone is so much less sure. */
    private static final double BY_PLACE = 0.75;

    private static final double BY_SIGNATURE = 0.5;

    static LetterSender of(List<ReadLine> lines) {
        List<ReadLine> head = head(lines);
        int at = nameLine(head);
        List<Found> mails = mails(head);
        Optional<Found> signed = signed(lines);
        Optional<Found> name = at < 0
                ? signed.map(found -> new Found(found.value(), (int) (BY_SIGNATURE * found.confidence())))
                : Optional.of(name(head.get(at), signed, mails));
        Optional<Found> address = at < 0 ? Optional.empty() : address(head, at + 1);
        return new LetterSender(name, address, phones(head), mails);
    }

    /** As the journey knows a person. */
    Person toPerson() {
        return new Person(
                name.map(Found::value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                phones.stream().map(Found::value).toList(),
                mails.stream().map(Found::value).toList(),
                address.map(found -> found.value().replace("\n", ", ")));
    }

    /** Whether the line belongs to the block of the one written to. */
    static boolean isAddressee(String line) {
        return ADDRESSEE.matcher(line).matches();
    }

    /** The lines above the object, without the block of the addressee, which may stand on the left or on the right. */
    private static List<ReadLine> head(List<ReadLine> lines) {
        List<ReadLine> head = new ArrayList<>();
        boolean addressee = false;
        boolean below = false;
        for (ReadLine line : lines.subList(0, Math.min(HEAD, lines.size()))) {
            String text = line.text();
            if (LetterText.isObject(text) || LetterText.isSalutation(text)) {
                break;
            }
            boolean town = TOWN.matcher(text).matches();
            boolean within = addressee
                    || isAddressee(text) && !town
                    || below && REACHED.matcher(text).matches();
            below = within && (town || below);
            addressee = within && !below && !TITLED_NAME.matcher(text).matches();
            if (!within && !NOISE.matcher(text).matches()) {
                head.add(line);
            }
        }
        return head;
    }

    /** A title and a name, which ends an addressee's block that has no town. */
    private static final Pattern TITLED_NAME = Pattern.compile("^(?:M\\.|Mme|Mlle)\\s+\\p{Lu}.*$");

    /** A title with a name, or a body's name; else the line above an address that may be a name. */
    private static int nameLine(List<ReadLine> head) {
        int titled = first(head, LetterSender::isTitled);
        int placed = first(head, (lines, i) -> couldBeName(cleaned(lines.get(i).text())) && townFollows(lines, i));
        boolean earlier =
                placed >= 0 && (titled < 0 || placed < titled && townFollows(head.subList(0, titled), placed));
        return earlier ? placed : titled;
    }

    private static int first(List<ReadLine> head, BiPredicate<List<ReadLine>, Integer> test) {
        for (int i = 0; i < head.size(); i++) {
            if (test.test(head, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTitled(List<ReadLine> head, int at) {
        String line = cleaned(head.get(at).text());
        return line.length() <= LONGEST_NAME
                && (TITLED.matcher(line).matches() || BODY.matcher(line).matches() && townFollows(head, at));
    }

    private static boolean townFollows(List<ReadLine> head, int at) {
        return head.subList(at + 1, Math.min(head.size(), at + 1 + MAX_ADDRESS_LINES)).stream()
                .anyMatch(line -> TOWN.matcher(line.text()).matches());
    }

    private static boolean couldBeName(String line) {
        String[] words = line.split("[\\s-]+");
        return words.length >= 2
                && words.length <= 7
                && line.length() <= LONGEST_NAME
                && Character.isUpperCase(line.codePointAt(0))
                && line.chars().noneMatch(Character::isDigit)
                && !STREET.matcher(line).matches()
                && !REACHED.matcher(line).matches()
                && FrenchDates.first(List.of(line)).isEmpty();
    }

    private static Found name(ReadLine line, Optional<Found> signed, List<Found> mails) {
        String read = cleaned(line.text());
        Optional<Found> surer = signed.filter(found -> found.confidence() > line.confidence());
        String name = line.least() < SURE ? Misread.mended(read, surer, mails) : read;
        boolean plain = TITLED.matcher(name).matches() || BODY.matcher(name).matches();
        return new Found(name, plain ? line.confidence() : (int) (BY_PLACE * line.confidence()));
    }

    /** Who signs, under the last formula of politeness. */
    private static Optional<Found> signed(List<ReadLine> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (CLOSING.matcher(lines.get(i).text()).matches()) {
                return lines.subList(i + 1, lines.size()).stream()
                        .filter(line -> couldBeName(cleaned(line.text())))
                        .findFirst()
                        .map(line -> new Found(cleaned(line.text()), line.confidence()));
            }
        }
        return Optional.empty();
    }

    /** Without what specks beside a line are read as, and with titles as they are written. */
    private static String cleaned(String line) {
        return line.replaceFirst("(?i)^exp[ée]diteur\\s*:\\s*", "")
                .replaceFirst("^[^\\p{L}\\p{N}]+", "")
                .replaceFirst("^[A-Z\\d|]{1}\\s+(?=(?:M\\.|Mme|Mlle|Monsieur|Madame)\\s)", "")
                .replaceFirst("[\\s\\p{P}|~=]+$", "")
                .replaceFirst("^M(?:,|\\s\\.|\\.)\\s*(?=\\p{Lu})", "M. ")
                .replaceFirst("^M(?:ile|iie|Ile|lIe|IIe|l[1l]e)\\s", "Mlle ")
                .replaceFirst("^(?:Mrne|Mne|Mrme|Mnne)\\s", "Mme ")
                .replaceAll("\\s+", " ");
    }

    /** The lines from the name to the one with the post code. */
    private static Optional<Found> address(List<ReadLine> head, int from) {
        List<String> lines = new ArrayList<>();
        int confidence = 0;
        for (ReadLine line : head.subList(from, Math.min(head.size(), from + MAX_ADDRESS_LINES))) {
            if (REACHED.matcher(line.text()).matches()) {
                continue;
            }
            lines.add(line.text().replaceFirst("^[^\\p{L}\\p{N}]+", "").replaceFirst("[\\s,;|~=]+$", ""));
            confidence += line.confidence();
            if (TOWN.matcher(line.text()).matches()) {
                return Optional.of(new Found(String.join("\n", lines), confidence / lines.size()));
            }
        }
        return Optional.empty();
    }

    private static List<Found> phones(List<ReadLine> head) {
        return head.stream()
                .flatMap(
                        line -> PhoneNumbers.in(line.text()).stream().map(phone -> new Found(phone, line.confidence())))
                .toList();
    }

    private static List<Found> mails(List<ReadLine> head) {
        List<Found> mails = new ArrayList<>();
        for (ReadLine line : head) {
            Matcher mail = MAIL.matcher(line.text());
            if (mail.find()) {
                mails.add(new Found(mail.group().toLowerCase(Locale.ROOT), line.confidence()));
            }
        }
        return mails;
    }
}
