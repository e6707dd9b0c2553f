package fr.aubette.identify.pairs;

import fr.aubette.identify.name.Letters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells how a column is to be compared, by the words of its header, in several languages, and else by what it holds.
 */
final class ColumnGuess {

    private static final Pattern GIVEN = Pattern.compile(
            ".*(given|first|fname|forename|prenom|vorname|nombre|nome$|christian|imie|voornaam|middle|midl|mname).*");
    private static final Pattern FAMILY = Pattern.compile(
            ".*(surname|last ?n|lname|family|^nom$|nom (de|d|marital|usage|naissance|famille)|nachname|apellido|cognome|nazwisko|achternaam|maiden|efternamn).*");
    private static final Pattern SEX = Pattern.compile(".*(\\bsex|sexe|gender|geschlecht|genre|sesso|race|ethnic).*");
    private static final Pattern DATE =
            Pattern.compile(".*(date|\\bdob\\b|birth ?d|geburtsdatum|naissance|fecha|data nasc|ne le).*");
    private static final Pattern OWN = Pattern.compile(
            "^(by|bm|bd|yob|mob)$|.*(\\bsex|sexe|gender|genre|birth|naiss|\\bdob|geb|year|annee|soc sec|ssn|\\bnir\\b|national).*");
    private static final Pattern AGE = Pattern.compile("^(age|alter|edad|eta|idade)( .*)?$");
    private static final Pattern PHONE = Pattern.compile(".*(phone|tel|mobile|portable|fixe|landline|cell|fax).*");
    private static final Pattern LABEL = Pattern.compile(
            "^(true|gold|label|cluster|entity|ent|match|dup|duplicate|truth|is match|uid unique|block|blocking|set|source|dataset|file)\\b.*");
    private static final Pattern SUFFIX = Pattern.compile(".*(sufx|suffix|generation).*");
    private static final Set<String> EMPTY =
            Set.of("na", "n a", "nan", "null", "none", "unknown", "inconnu", "missing", "-", "nil", "");

    /** Fewer different values than this are categories. */
    private static final int CATEGORIES = 40;

    private ColumnGuess() {}

    /** The column, ready to be compared; empty when it tells nobody from another. */
    static Optional<Column> column(String header, List<String> written, Optional<ColumnType> told) {
        String name = Letters.fold(header.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[_.-]", " "));
        if (LABEL.matcher(name).matches() && told.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(written.size());
        for (String each : written) {
            String folded = Letters.fold(each);
            texts.add(EMPTY.contains(folded) ? "" : folded);
        }
        if (SUFFIX.matcher(name).matches() && told.isEmpty()) {
            texts.replaceAll(text -> text.isEmpty() ? "-" : text);
            return Optional.of(new Column(header, ColumnType.CATEGORY, Column.Role.OWN, texts));
        }
        Facts facts = Facts.of(texts);
        if (facts.filled < 2 || facts.distinct < 2 && told.isEmpty()) {
            return Optional.empty();
        }
        ColumnType type = told.orElseGet(() -> type(name, facts));
        if (type == ColumnType.CODE && facts.distinct == facts.filled && facts.filled > 100 && told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Column(header, type, role(name, type), normal(type, name, texts, written)));
    }

    private static Column.Role role(String name, ColumnType type) {
        if (type == ColumnType.NAME && GIVEN.matcher(name).matches()) {
            return Column.Role.GIVEN;
        }
        if (type == ColumnType.NAME && FAMILY.matcher(name).matches()) {
            return Column.Role.FAMILY;
        }
        boolean own = type == ColumnType.DATE
                || type == ColumnType.NUMBER
                || OWN.matcher(name).matches();
        return own ? Column.Role.OWN : Column.Role.ANY;
    }

    private static ColumnType type(String name, Facts facts) {
        if (SEX.matcher(name).matches() || facts.distinct <= 3) {
            return ColumnType.CATEGORY;
        }
        if (AGE.matcher(name).matches() && facts.digits > 0.9) {
            return ColumnType.NUMBER;
        }
        if (facts.dates > 0.8 && (DATE.matcher(name).matches() || facts.digits < 0.95 || facts.length > 7.9)) {
            return ColumnType.DATE;
        }
        if (facts.digits > 0.8) {
            return facts.distinct <= CATEGORIES && facts.length < 3 ? ColumnType.CATEGORY : ColumnType.CODE;
        }
        if (facts.mails > 0.8) {
            return ColumnType.NAME;
        }
        if (facts.distinct <= CATEGORIES && facts.filled > 20 * facts.distinct) {
            return ColumnType.CATEGORY;
        }
        return facts.words > 2.2 ? ColumnType.TEXT : ColumnType.NAME;
    }

    private static List<String> normal(ColumnType type, String name, List<String> folded, List<String> written) {
        List<String> normal = new ArrayList<>(folded.size());
        for (int i = 0; i < folded.size(); i++) {
            String text = folded.get(i);
            normal.add(
                    switch (type) {
                        case DATE -> date(written.get(i), text);
                        case CODE -> code(name, text);
                        default -> text;
                    });
        }
        return normal;
    }

    private static String code(String name, String text) {
        String joined = Letters.joined(text);
        if (PHONE.matcher(name).matches() && joined.length() > 9) {
            return joined.substring(joined.length() - 9);
        }
        return joined.endsWith(".0") ? joined.substring(0, joined.length() - 2) : joined;
    }

    private static String date(String written, String folded) {
        return Days.of(written).orElse(Letters.joined(folded));
    }

    /** What the values of a column look like: means and shares over those that are filled. */
    private record Facts(
            int filled, int distinct, double digits, double dates, double mails, double words, double length) {

        static Facts of(List<String> texts) {
            Set<String> distinct = new HashSet<>();
            int filled = 0;
            double digits = 0;
            double dates = 0;
            double mails = 0;
            double words = 0;
            double length = 0;
            for (String text : texts) {
                if (text.isEmpty()) {
                    continue;
                }
                filled++;
                distinct.add(text);
                digits += text.chars().filter(Character::isDigit).count() * 2 > text.length() ? 1 : 0;
                dates += Days.of(text).isPresent() ? 1 : 0;
                mails +=
                        text.toLowerCase(Locale.ROOT).matches("\\S+ ?(gmail|hotmail|yahoo|orange|free|example)\\S* ?.*")
                                ? 1
                                : 0;
                words += Letters.words(text).size();
                length += text.length();
            }
            int n = Math.max(1, filled);
            return new Facts(filled, distinct.size(), digits / n, dates / n, mails / n, words / n, length / n);
        }
    }
}
