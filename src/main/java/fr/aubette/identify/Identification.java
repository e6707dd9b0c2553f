package fr.aubette.identify;

import fr.aubette.model.CitizenId;
import fr.aubette.model.Evidence;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.Identity.Certainty;
import fr.aubette.model.Normalised;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds the citizen behind a contact by exact keys.
 *
 * <p>A shared key is a household, never an identity: a phone alone merges nobody with somebody who has another name,
 * and several holders that nothing tells apart are left to a person.
 */
@Component("identification")
public class Identification {

    private final CitizenDirectory directory;

    public Identification(CitizenDirectory directory) {
        this.directory = directory;
    }

    public Identified identify(Normalised normalised) {
        List<IdentityKey> keys = IdentityKey.of(normalised.contact());
        if (keys.isEmpty()) {
            return new Identified(normalised, anonymous());
        }
        Names names = Names.of(normalised.contact().requester());
        return new Identified(normalised, decide(names, directory.holders(keys)));
    }

    private static Identity decide(Names names, List<CitizenDirectory.Holder> holders) {
        for (IdentityKey.Kind kind : IdentityKey.Kind.values()) {
            List<CitizenDirectory.Holder> possible = holders.stream()
                    .filter(holder -> holder.key().kind() == kind && mayBe(names, holder))
                    .toList();
            List<CitizenId> people = possible.stream()
                    .map(CitizenDirectory.Holder::citizen)
                    .distinct()
                    .toList();
            if (people.size() == 1) {
                return known(people.get(0), possible.get(0).key(), names);
            }
            if (people.size() > 1) {
                return ambiguous(people, kind);
            }
        }
        return unknown(holders);
    }

    /** A phone proves nothing of a caller who gives a name, unless the holder has the same. */
    private static boolean mayBe(Names said, CitizenDirectory.Holder holder) {
        Names known = Names.of(Stream.concat(holder.lastName().stream(), holder.firstName().stream()));
        return switch (holder.key().kind()) {
            case NAME_BIRTH -> true;
            case MAIL -> !said.contradicts(known);
            case PHONE -> said.unknown() || said.agreesWith(known);
        };
    }

    private static Identity known(CitizenId citizen, IdentityKey key, Names names) {
        String detail = names.unknown() ? "seul titulaire connu, aucun nom donné" : "aucun nom ne s'y oppose";
        return new Identity(
                Certainty.KNOWN,
                Optional.of(citizen),
                List.of(),
                List.of(new Evidence("same-" + key.kind().code(), detail)));
    }

    private static Identity ambiguous(List<CitizenId> people, IdentityKey.Kind kind) {
        return new Identity(
                Certainty.AMBIGUOUS,
                Optional.empty(),
                people,
                List.of(new Evidence("shared-" + kind.code(), people.size() + " personnes possibles, aucune choisie")));
    }

    private static Identity unknown(List<CitizenDirectory.Holder> holders) {
        Evidence why = holders.isEmpty()
                ? new Evidence("no-known-key", "aucune clé connue")
                : new Evidence("household", "clé partagée avec une personne d'un autre nom : même ménage, pas la même");
        return new Identity(Certainty.NEW, Optional.empty(), List.of(), List.of(why));
    }

    private static Identity anonymous() {
        return new Identity(
                Certainty.ANONYMOUS,
                Optional.empty(),
                List.of(),
                List.of(new Evidence("nothing-known", "ni téléphone, ni adresse électronique, ni date de naissance")));
    }
}
