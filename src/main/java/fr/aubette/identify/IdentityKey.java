package fr.aubette.identify;

import fr.aubette.model.Contact;
import fr.aubette.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something exact that a person can be found by.
 *
 * @param kind what it is
 * @param value in its normal form: E.164, lower case, or folded names and a date
 */
public record IdentityKey(Kind kind, String value) {

    /** What a key is; the stronger ones first. */
    public enum Kind {
        NAME_BIRTH("name-birth"),
        MAIL("mail"),
        PHONE("phone");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As in the {@code identity_key.kind} column. */
        public String code() {
            return code;
        }
    }

    /** Every key by which the requester of a contact may be known. */
    public static List<IdentityKey> of(Contact contact) {
        return of(contact.requester());
    }

    /** Every key by which somebody may be known who says this of themselves. */
    public static List<IdentityKey> of(Person person) {
        List<IdentityKey> keys = new ArrayList<>();
        nameAndBirth(person).ifPresent(keys::add);
        person.mails().forEach(mail -> keys.add(new IdentityKey(Kind.MAIL, mail)));
        person.phones().forEach(phone -> keys.add(new IdentityKey(Kind.PHONE, phone)));
        return keys;
    }

    private static Optional<IdentityKey> nameAndBirth(Person person) {
        Names names = Names.of(person);
        if (!names.complete() || person.birthDate().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IdentityKey(
                Kind.NAME_BIRTH, names.folded() + " " + person.birthDate().get()));
    }
}
