package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        return sign(letter).map(sign -> List.of(matter(sign, contact, read))).orElse(read);
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

    private Optional<Sign> sign(Letter letter) {
        Optional<Sign> noted = letter.slip()
                .flatMap(Letter.Slip::motive)
                .flatMap(this::motive)
                .map(motive -> new Sign(motive, 1, new Evidence("separator-sheet", motive.code())));
        return noted.or(() -> letter.findings().forms().stream()
                .flatMap(form -> byForm(form).stream())
                .findFirst());
    }

    private Optional<Sign> byForm(Found form) {
        return Optional.ofNullable(motives.get(form.value().replaceFirst("\\D.*", "")))
                .flatMap(this::motive)
                .map(motive -> new Sign(motive, BY_FORM, new Evidence("cerfa-form", form.value())));
    }

    private Optional<Motive> motive(String code) {
        return Optional.ofNullable(catalogue.motives().get(code.toUpperCase(java.util.Locale.ROOT)));
    }
}
