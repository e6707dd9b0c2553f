package fr.aubette.identify;

import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Verdict;
import fr.aubette.identify.match.Weights;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.Identity.Certainty;
import fr.aubette.model.Normalised;
import fr.aubette.model.Person;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the citizen behind a contact by weighed evidence.
 *
 * <p>A shared key is a household, never an identity. Whoever cannot be told for sure is left to a person, with the
 * candidates; two citizens who exist are never made one here.
 */
@Component("identification")
public class Identification {

    /** A candidate who is less probable is not worth a person's look. */
    private static final double WORTH_ASKING = 0.05;

    private final CitizenDirectory directory;
    private final Frequencies frequencies;
    private final Sighted sighted;

    private final Weights weights;

    public Identification(CitizenDirectory directory, Frequencies frequencies, IdentifySettings settings) {
        this.weights = settings.read();
        this.directory = directory;
        this.frequencies = frequencies;
        this.sighted = new Sighted(frequencies);
    }

    /** Who asks, and for whom when it is for somebody else; both stay locked until the transaction ends. */
    public Identified identify(Normalised normalised) {
        Contact contact = normalised.contact();
        boolean paper = contact.channel().kind() == ChannelKind.LETTER;
        QuotedFiles files = QuotedFiles.of(contact, directory);
        contact.beneficiary().ifPresent(other -> lock(contact.requester(), other, paper));
        Who requester = who(contact.requester(), paper, files);
        return new Identified(
                normalised,
                requester.identity(),
                requester.home(),
                beneficiary(contact, requester.identity(), paper, files),
                files.told());
    }

    /** Whatever the order in which two contacts name the same two people, they lock them in one. */
    private void lock(Person one, Person other, boolean paper) {
        List<IdentityKey> locked = new ArrayList<>(IdentityKey.of(one));
        locked.addAll(IdentityKey.of(other));
        Set<String> keys = new LinkedHashSet<>(Keys.of(sighted.of(one, paper)));
        keys.addAll(Keys.of(sighted.of(other, paper)));
        directory.holders(locked, keys);
    }

    /** Who somebody is, and the address that is kept of them. */
    private record Who(Identity identity, Optional<String> home) {}

    private Who who(Person person, boolean paper, QuotedFiles files) {
        Sighting sighting = sighted.of(person, paper);
        if (sighting.blank()) {
            return new Who(files.alone(anonymous()), Optional.empty());
        }
        List<IdentityKey> locked = IdentityKey.of(person);
        Matcher matcher = new Matcher(keys -> directory.holders(locked, keys), frequencies, weights, Bands.ofHub());
        Verdict verdict = matcher.decide(sighting);
        Identity settled = files.settled(identity(verdict), sighting, matcher);
        boolean first = verdict.band() == Verdict.Band.ATTACH && settled.proven();
        return new Who(settled, first ? home(verdict.candidates().get(0)) : Optional.empty());
    }

    /** What somebody else says of a person is enough to look for that person, and teaches nothing. */
    private Optional<Identity> beneficiary(Contact contact, Identity requester, boolean paper, QuotedFiles files) {
        if (contact.beneficiary().isEmpty()) {
            return files.namedIn(contact, requester);
        }
        Person other = contact.beneficiary().get();
        if (sighted.of(other, paper).blank()) {
            return Optional.empty();
        }
        Identity found = who(other, paper, files).identity();
        boolean same = found.citizen().isPresent() && found.citizen().equals(requester.citizen());
        return same ? Optional.empty() : Optional.of(found);
    }

    /** The address learnt last. */
    private static Optional<String> home(Candidate candidate) {
        return candidate.profile().places().stream()
                .reduce((former, latter) -> latter)
                .map(place -> Stream.of(place.number(), place.street(), place.postcode(), place.town())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static Identity identity(Verdict verdict) {
        return switch (verdict.band()) {
            case ATTACH -> known(verdict.candidates().get(0));
            case ASK -> ask(verdict);
            case NEW -> unknown(verdict);
        };
    }

    private static Identity known(Candidate candidate) {
        List<Evidence> evidence = new ArrayList<>();
        if (!candidate.proven()) {
            evidence.add(new Evidence(Identity.NAME_ALONE, "rien que le nom : ce contact n'apprend rien de l'usager"));
        }
        evidence.add(new Evidence("probability", Clues.percent(candidate.probability())));
        evidence.addAll(Clues.of(candidate));
        return new Identity(Certainty.KNOWN, Optional.of(id(candidate)), List.of(), evidence);
    }

    private static Identity ask(Verdict verdict) {
        List<Candidate> worth = verdict.candidates().stream()
                .filter(candidate -> candidate.probability() >= WORTH_ASKING)
                .filter(candidate -> candidate.proven() || candidate.named())
                .toList();
        if (worth.isEmpty()) {
            return unknown(verdict);
        }
        List<Evidence> evidence = new ArrayList<>();
        if (worth.stream().allMatch(candidate -> candidate.bringsKey() && candidate.named() && !candidate.proven())) {
            evidence.add(new Evidence(
                    Identity.PROVISIONAL, "numéro ou adresse encore inconnus : une fiche à part, jusqu'à la réponse"));
        }
        for (Candidate candidate : worth) {
            evidence.add(new Evidence(
                    "candidate",
                    id(candidate) + " " + Clues.percent(candidate.probability()) + " : " + Clues.line(candidate)));
        }
        return new Identity(
                Certainty.AMBIGUOUS,
                Optional.empty(),
                worth.stream().map(Identification::id).toList(),
                evidence);
    }

    private static Identity unknown(Verdict verdict) {
        Evidence why = verdict.candidates().isEmpty()
                ? new Evidence("no-known-key", "rien de ce qu'il donne n'est connu")
                : new Evidence("household", "au plus le même ménage que quelqu'un de connu, pas la même personne");
        return new Identity(Certainty.NEW, Optional.empty(), List.of(), List.of(why));
    }

    private static CitizenId id(Candidate candidate) {
        return new CitizenId(UUID.fromString(candidate.profile().id()));
    }

    private static Identity anonymous() {
        return new Identity(
                Certainty.ANONYMOUS,
                Optional.empty(),
                List.of(),
                List.of(new Evidence(
                        "nothing-known", "ni nom, ni téléphone, ni adresse électronique, ni date de naissance")));
    }
}
