package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What tells the motive of a letter without its words: the mail room's separator sheet, the number of a CERFA form. */
final class LetterSigns {

    /** A form may be sent along with another request. */
    private static final double BY_FORM = 0.97;

    private final Catalogue catalogue;
    private final Map<String, String> motives = new HashMap<>();

    LetterSigns(Catalogue catalogue) {
        this.catalogue = catalogue;
        Set<String> shared = new HashSet<>();
        catalogue
                .motives()
                .values()
                .forEach(motive -> motive.guide().forms().forEach(form -> {
                    if (motives.putIfAbsent(form, motive.code()) != null) {
                        shared.add(form);
                    }
                }));
        motives.keySet().removeAll(shared);
    }

    /** The matters of a letter: what a sign says in the place of what its words say, save of danger. */
    List<Matter> signed(Letter letter, Contact contact, List<Matter> read) {
        if (read.stream().anyMatch(Matter::protectedLane)) {
            return read;
        }
        return sign(letter, read)
                .map(sign -> List.of(matter(sign, contact, read)))
                .orElse(read);
    }

    private Matter matter(Sign sign, Contact contact, List<Matter> read) {
        List<Evidence> evidence = Stream.concat(
                        Stream.of(sign.evidence()), read.stream().flatMap(each -> each.evidence().stream()))
                .toList();
        List<String> informed = read.stream()
                .flatMap(each -> each.informed().stream())
                .distinct()
                .toList();
        return new Matter(
                sign.motive().code(),
                sign.certainty(),
                sign.motive().protectedLane(),
                contact.subject(),
                contact.text(),
                evidence,
                informed);
    }

    private record Sign(Motive motive, double certainty, Evidence evidence) {}

    private Optional<Sign> sign(Letter letter, List<Matter> read) {
        Optional<Sign> noted = letter.slip()
                .flatMap(Letter.Slip::motive)
                .flatMap(this::motive)
                .map(motive -> new Sign(motive, 1, new Evidence("separator-sheet", motive.code())));
        return noted.or(() -> letter.slip().flatMap(Letter.Slip::service).flatMap(service -> ofService(service, read)))
                .or(() -> letter.findings().forms().stream()
                        .flatMap(form -> byForm(form).stream())
                        .findFirst());
    }

    /** Of the motives of a service or directorate, the one that its words say; else the plainest of a service. */
    private Optional<Sign> ofService(String said, List<Matter> read) {
        String wanted = plain(said);
        List<Motive> motives = catalogue.motives().values().stream()
                .filter(motive -> plain(motive.service()).equals(wanted))
                .sorted(Comparator.comparing(Motive::protectedLane)
                        .thenComparing(motive -> motive.code().length())
                        .thenComparing(Motive::code))
                .toList();
        return read.stream()
                .flatMap(matter -> motive(matter.motive()).stream())
                .filter(motive ->
                        motives.contains(motive) || plain(motive.directorate()).equals(wanted))
                .findFirst()
                .or(() -> motives.stream().findFirst())
                .map(motive -> new Sign(motive, 1, new Evidence("separator-service", said)));
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_");
    }

    private Optional<Sign> byForm(Found form) {
        return Optional.ofNullable(motives.get(form.value().replaceFirst("\\D.*", "")))
                .flatMap(this::motive)
                .map(motive -> new Sign(motive, BY_FORM, new Evidence("cerfa-form", form.value())));
    }

    private Optional<Motive> motive(String code) {
        return Optional.ofNullable(catalogue.motives().get(code.toUpperCase(Locale.ROOT)));
    }
}
