package fr.aubette.identify;

import fr.aubette.identify.MergeRows.Member;
import fr.aubette.identify.MergeRows.Merge;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Refused;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two citizens one person, and takes it back.
 *
 * <p>A merge moves nothing: both keep what is known of them and whose contacts they are, and one only stands for the
 * other. A contact that comes later goes to whichever it fits best. So a merge can be taken back at any time, in any
 * order, and leaves nothing behind.
 */
@Component
public class Merging {

    private final MergeRows rows;
    private final Clock clock;

    public Merging(MergeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Makes two citizens, and all that are the same as either, one person.
     *
     * @param kept one of those for whom the person is known from then on
     * @param by the agent
     * @return the merge, by which it is taken back
     * @throws Refused if they are one already, one is confidential and the other is not, or any two of all members were
     *     declared never the same
     */
    @Transactional
    public UUID merge(CitizenId kept, CitizenId absorbed, String by, String reason) {
        rows.lock();
        List<Member> stay = existing(kept);
        List<Member> come = existing(absorbed);
        if (ids(stay).contains(absorbed)) {
            throw new Refused("ces deux fiches sont déjà la même personne");
        }
        if (stay.stream().anyMatch(Member::confidential) != come.stream().anyMatch(Member::confidential)) {
            throw new Refused("l'une de ces fiches est confidentielle et l'autre non : elles restent deux");
        }
        if (rows.neverSame(ids(stay), ids(come))) {
            throw new Refused("il a été déclaré que ces personnes ne sont jamais la même");
        }
        Merge merge = new Merge(UUID.randomUUID(), standing(come), standing(stay), reason, by, clock.instant());
        rows.merged(merge);
        List<CitizenId> all = new ArrayList<>(List.of(merge.kept()));
        stay.stream().map(Member::id).filter(id -> !id.equals(merge.kept())).forEach(all::add);
        come.forEach(member -> all.add(member.id()));
        rows.group(all);
        return merge.id();
    }

    /**
     * Takes a merge back; those made before and after it stand.
     *
     * @throws Refused if it does not stand
     */
    @Transactional
    public void undo(UUID merge, String by) {
        rows.lock();
        Merge undone =
                rows.standing(merge).orElseThrow(() -> new Refused("cette fusion n'existe pas ou a été défaite"));
        Set<CitizenId> all = ids(rows.members(undone.kept()));
        rows.undone(merge, by, clock.instant());
        List<Merge> left = rows.standingAmong(all);
        rows.group(under(undone.absorbed(), left));
        rows.group(under(top(undone.kept(), left), left));
    }

    /** Declares that two citizens are never one person, whatever they have in common. */
    @Transactional
    public void never(CitizenId one, CitizenId other, String by, String reason) {
        rows.lock();
        if (ids(existing(one)).contains(other)) {
            throw new Refused("ces deux fiches sont la même personne : défaire d'abord leur fusion");
        }
        existing(other);
        rows.declareNeverSame(one, other, by, reason, clock.instant());
    }

    /** Says that few may know of a citizen, and of all that are the same person, or that all may again. */
    @Transactional
    public void confidential(CitizenId citizen, boolean confidential, String by) {
        rows.lock();
        existing(citizen).stream()
                .filter(member -> member.confidential() != confidential)
                .forEach(member -> rows.confidential(member.id(), confidential, by, clock.instant()));
    }

    private List<Member> existing(CitizenId citizen) {
        List<Member> members = rows.members(citizen);
        if (members.isEmpty()) {
            throw new Refused("cette fiche n'existe pas");
        }
        return members;
    }

    private static Set<CitizenId> ids(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toSet());
    }

    private static CitizenId standing(List<Member> members) {
        return members.stream().filter(Member::stands).findFirst().orElseThrow().id();
    }

    private static CitizenId top(CitizenId citizen, List<Merge> merges) {
        CitizenId top = citizen;
        boolean higher = true;
        while (higher) {
            CitizenId from = top;
            top = merges.stream()
                    .filter(merge -> merge.absorbed().equals(from))
                    .map(Merge::kept)
                    .findFirst()
                    .orElse(from);
            higher = !top.equals(from);
        }
        return top;
    }

    /** A citizen, and whoever was merged into it, or into those. */
    private static List<CitizenId> under(CitizenId top, List<Merge> merges) {
        List<CitizenId> all = new ArrayList<>();
        Deque<CitizenId> left = new ArrayDeque<>(List.of(top));
        while (!left.isEmpty()) {
            CitizenId each = left.removeFirst();
            all.add(each);
            merges.stream().filter(merge -> merge.kept().equals(each)).forEach(merge -> left.add(merge.absorbed()));
        }
        return all;
    }
}
