package fr.aubette.identify;

import fr.aubette.identify.CitizenDirectory.Filed;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sign;
import fr.aubette.identify.name.Letters;
import fr.aubette.model.CaseFile;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Identity;
import fr.aubette.model.Identity.Certainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the numbers of case files that a contact quotes say of whose it is.
 *
 * <p>A number can be read on an envelope: alone it names nobody. With the name of whose file it is, the birth date, or
 * a phone or mailbox known of that person, it does.
 */
record QuotedFiles(List<Filed> filed) {

    private static final Set<Sign> SURNAME = EnumSet.of(Sign.SURNAME_SAME, Sign.SURNAME_PART, Sign.SURNAME_NEAR);
    private static final Set<Sign> FIRST =
            EnumSet.of(Sign.FIRST_SAME, Sign.FIRST_PART, Sign.FIRST_NEAR, Sign.FIRST_SHORT);
    private static final Set<Sign> MORE = EnumSet.of(Sign.BIRTH_SAME, Sign.PHONE_OWN, Sign.MAIL_OWN, Sign.MAIL_VARIANT);
    private static final Set<Sign> AGAINST = EnumSet.of(Sign.SURNAME_OTHER, Sign.FIRST_OTHER, Sign.BIRTH_OTHER);

    /** More are a family or a mistake; a person is not asked about them. */
    private static final int MOST = 5;

    static QuotedFiles of(Contact contact, CitizenDirectory directory) {
        List<String> numbers =
                contact.caseFiles().stream().map(CaseFile::folded).distinct().toList();
        return new QuotedFiles(numbers.isEmpty() ? List.of() : directory.filed(numbers));
    }

    List<CaseFile> told() {
        return filed.stream().map(Filed::file).toList();
    }

    /** Who somebody is, after what was found without the numbers. */
    Identity settled(Identity found, Sighting sighting, Matcher matcher) {
        if (filed.isEmpty()) {
            return found;
        }
        List<Filed> fitting = fitting(sighting, matcher);
        if (found.certainty() == Certainty.KNOWN) {
            return isOneOf(fitting, found.citizen()) ? vouched(found, true) : found;
        }
        if (persons(fitting) == 1) {
            Identity holder = known(fitting.get(0));
            return vouched(
                    holder,
                    signs(fitting.get(0).holder(), sighting, matcher).stream().anyMatch(MORE::contains));
        }
        return sighting.readings().isEmpty() ? alone(found) : found;
    }

    /** Who is meant when a contact says nothing of who it comes from but a number. */
    Identity alone(Identity found) {
        List<CitizenId> holders = filed.stream()
                .map(each -> each.file().citizen())
                .distinct()
                .limit(MOST)
                .toList();
        if (holders.isEmpty() || found.certainty() == Certainty.AMBIGUOUS) {
            return found;
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("case-file-alone", "un numéro de dossier seul ne dit pas qui écrit"));
        if (found.opens()) {
            evidence.add(new Evidence(Identity.PROVISIONAL, "une fiche à part, jusqu'à la réponse"));
        }
        return new Identity(Certainty.AMBIGUOUS, Optional.empty(), holders, evidence);
    }

    /** For whom a contact asks that quotes a file and names whose it is, when that is not who asks. */
    Optional<Identity> namedIn(Contact contact, Identity requester) {
        String text = " " + plain(contact.subject() + " " + contact.text()) + " ";
        List<Filed> named =
                filed.stream().filter(each -> names(each.holder(), text)).toList();
        boolean same = isOneOf(named, requester.citizen());
        return persons(named) == 1 && !same ? Optional.of(vouched(known(named.get(0)), false)) : Optional.empty();
    }

    private static boolean names(Profile holder, String text) {
        return holder.surnames().stream().anyMatch(name -> text.contains(" " + plain(name.written()) + " "))
                && holder.firsts().stream().anyMatch(name -> text.contains(" " + plain(name.written()) + " "));
    }

    private static String plain(String text) {
        return Arrays.stream(Letters.fold(text).split("[ -]+", -1)).collect(Collectors.joining(" "));
    }

    private List<Filed> fitting(Sighting sighting, Matcher matcher) {
        return filed.stream()
                .filter(each -> fits(signs(each.holder(), sighting, matcher)))
                .toList();
    }

    private static boolean fits(Set<Sign> signs) {
        boolean named =
                signs.stream().anyMatch(SURNAME::contains) && signs.stream().anyMatch(FIRST::contains);
        return signs.stream().noneMatch(AGAINST::contains)
                && (named || signs.stream().anyMatch(MORE::contains));
    }

    private static Set<Sign> signs(Profile holder, Sighting sighting, Matcher matcher) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        for (Candidate each : matcher.weigh(sighting, List.of(holder))) {
            each.clues().forEach(clue -> signs.add(clue.sign()));
        }
        return signs;
    }

    private static boolean isOneOf(List<Filed> some, Optional<CitizenId> citizen) {
        return citizen.filter(who -> some.stream().anyMatch(each -> each.same().contains(who)))
                .isPresent();
    }

    private static long persons(List<Filed> some) {
        return some.stream().map(each -> each.holder().person()).distinct().count();
    }

    private static Identity known(Filed filed) {
        CitizenId who = new CitizenId(UUID.fromString(filed.holder().id()));
        return new Identity(Certainty.KNOWN, Optional.of(who), List.of(), List.of());
    }

    private static Identity vouched(Identity known, boolean more) {
        List<Evidence> evidence = new ArrayList<>();
        if (!more) {
            evidence.add(new Evidence(Identity.NAME_ALONE, "un nom et un numéro de dossier : rien n'en est retenu"));
        }
        evidence.add(new Evidence(Identity.CASE_FILE, "un dossier de cette personne est cité"));
        evidence.addAll(known.evidence());
        return new Identity(known.certainty(), known.citizen(), known.candidates(), evidence);
    }
}
