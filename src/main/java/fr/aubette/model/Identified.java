package fr.aubette.model;

import java.util.List;
import java.util.Optional;

/**
 * After identify: a contact, the citizen it comes from, and whose matter it is.
 *
 * @param normalised what came in
 * @param identity who asks, how sure, why
 * @param home address that is kept of who asks, in lower case, street and town each in one word; only when it is proven
 *     who it is
 * @param beneficiary for whom, when it is somebody else of whom enough is said to look for
 * @param caseFiles files of the directorates' own software that the contact quotes, as that software tells of them
 */
public record Identified(
        Normalised normalised,
        Identity identity,
        Optional<String> home,
        Optional<Identity> beneficiary,
        List<CaseFile> caseFiles) {

    public Identified {
        caseFiles = List.copyOf(caseFiles);
    }

    /** Who asks for themselves, and quotes no file that is known. */
    public Identified(Normalised normalised, Identity identity, Optional<String> home) {
        this(normalised, identity, home, Optional.empty(), List.of());
    }

    /** Of whom no address is kept. */
    public Identified(Normalised normalised, Identity identity) {
        this(normalised, identity, Optional.empty());
    }

    public Contact contact() {
        return normalised.contact();
    }

    /** Whose matter it is, when known: the beneficiary's, else that of who asks. */
    public Optional<CitizenId> whose() {
        return beneficiary.orElse(identity).citizen();
    }

    /** Whether more than its number says whose case file is quoted. */
    public boolean vouched() {
        return identity.says(Identity.CASE_FILE)
                || beneficiary.filter(each -> each.says(Identity.CASE_FILE)).isPresent();
    }
}
