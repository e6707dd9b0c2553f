package fr.aubette.switchboard.ldap;

import fr.aubette.switchboard.Colleague;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the server has them.
 *
 * @param key distinguished name in a form of its own, so that two spellings of it are equal
 * @param deputy a name, or a distinguished name
 */
record LdapEntry(
        String key,
        String name,
        String phone,
        String role,
        String directorate,
        String service,
        String site,
        String words,
        String awayUntil,
        String deputy) {

    static LdapEntry of(SearchResult found, LdapSettings.Attributes names) throws NamingException {
        return new LdapEntry(
                key(found.getNameInNamespace()),
                first(found, names.name()),
                first(found, names.phone()),
                first(found, names.role()),
                first(found, names.directorate()),
                first(found, names.service()),
                first(found, names.site()),
                String.join(" ", all(found, names.words())),
                first(found, names.awayUntil()),
                first(found, names.deputy()));
    }

    Colleague colleague(Map<String, String> namesByKey) {
        return new Colleague(
                name,
                role,
                directorate,
                service,
                site,
                phone,
                words,
                day(awayUntil),
                namesByKey.getOrDefault(key(deputy), deputy.contains("=") ? "" : deputy));
    }

    private static String first(SearchResult found, String name) throws NamingException {
        List<String> all = all(found, name);
        return all.isEmpty() ? "" : all.get(0);
    }

    private static List<String> all(SearchResult found, String name) throws NamingException {
        @Nullable
        Attribute attribute = name.isBlank() ? null : found.getAttributes().get(name);
        List<String> values = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> each = attribute.getAll();
            while (each.hasMore()) {
                String value = String.valueOf(each.next())
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static String key(String name) {
        try {
            return new LdapName(name).toString().toLowerCase(Locale.ROOT).replace(", ", ",");
        } catch (InvalidNameException e) {
            return name;
        }
    }

    /** A day, or the start of a generalised time; what is neither says nothing. */
    private static Optional<LocalDate> day(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
            }
            return text.matches("\\d{8}.*")
                    ? Optional.of(LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
