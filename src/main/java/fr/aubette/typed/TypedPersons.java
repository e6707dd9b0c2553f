package fr.aubette.typed;

import fr.aubette.model.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who asks and for whom out of what was typed. */
public final class TypedPersons {

    private TypedPersons() {}

    /**
     * Who asks.
     *
     * @param today nobody is born after
     */
    public static Person requester(Typed typed, LocalDate today) {
        return person(typed, "", today);
    }

    /** For whom, when anything at all is said of another person. */
    public static Optional<Person> beneficiary(Typed typed, LocalDate today) {
        Person found = person(typed, Names.BENEFICIARY, today);
        return found.equals(Person.unknown()) ? Optional.empty() : Optional.of(found);
    }

    private static Person person(Typed typed, String prefix, LocalDate today) {
        Optional<String> first = line(typed, prefix + Names.FIRST_NAME);
        Optional<String> last = line(typed, prefix + Names.LAST_NAME);
        Optional<String> whole = line(typed, prefix + Names.NAME);
        boolean parted = first.isPresent() || whole.isPresent();
        return new Person(
                parted ? whole : last,
                parted ? last : Optional.empty(),
                first,
                typed.get(prefix + Names.BIRTH_DATE).flatMap(text -> TypedDates.birth(text, today)),
                typed.get(prefix + Names.PHONE).map(TypedPhones::numbers).orElse(List.of()),
                typed.get(prefix + Names.MAIL).map(TypedMails::addresses).orElse(List.of()),
                address(typed, prefix));
    }

    private static Optional<String> address(Typed typed, String prefix) {
        String town = Stream.of(prefix + Names.POSTCODE, prefix + Names.TOWN)
                .flatMap(name -> line(typed, name).stream())
                .collect(Collectors.joining(" "));
        String street = typed.get(prefix + Names.ADDRESS)
                .map(text -> Texts.oneLine(text.strip().replaceAll("\\s*,?\\s*\\R\\s*", ", ")))
                .orElse("");
        String whole = Stream.of(street, town).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return Optional.of(whole).filter(address -> !address.isEmpty());
    }

    private static Optional<String> line(Typed typed, String name) {
        return typed.get(name).map(Texts::oneLine).filter(text -> !text.isEmpty());
    }
}
