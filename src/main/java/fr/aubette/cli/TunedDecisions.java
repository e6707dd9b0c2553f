package fr.aubette.cli;

import fr.aubette.cli.PersonFiles.Row;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.MemoryRegister;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Verdict;
import fr.aubette.identify.match.Verdict.Band;
import fr.aubette.identify.match.Weights;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Decisions with some weights about contacts whose citizen is known, and how good they are. */
final class TunedDecisions {

    static final String HEADER = "attached  right     asked     with the right one among five  duplicates";

    private final MemoryRegister register;
    private final Sightings sightings;
    private final Matcher matcher;
    private final Map<String, String> opened = new HashMap<>();
    private int contacts;
    private int attached;
    private int right;
    private int asked;
    private int among;
    private int duplicates;

    TunedDecisions(MemoryRegister register, Weights weights) {
        this.register = register;
        this.sightings = new Sightings(register.frequencies());
        this.matcher = new Matcher(register, register.frequencies(), weights, Bands.shipped());
    }

    void decide(Row row) {
        contacts++;
        Sighting sighting = sightings.of(row.said());
        Verdict verdict = matcher.decide(sighting);
        if (verdict.band() == Band.ATTACH) {
            Candidate who = verdict.candidates().get(0);
            attached++;
            right += is(who, row) ? 1 : 0;
            if (who.proven()) {
                register.put(who.profile().learning(sighting));
            }
        } else if (verdict.band() == Band.ASK) {
            asked++;
            among += verdict.candidates().stream().anyMatch(each -> is(each, row)) ? 1 : 0;
        } else {
            duplicates += register.knows(row.truth()) || opened.containsValue(row.truth()) ? 1 : 0;
            String id = "N" + contacts;
            opened.put(id, row.truth());
            register.put(sightings.opened(id, sighting));
        }
    }

    private boolean is(Candidate candidate, Row row) {
        String id = candidate.profile().id();
        return opened.getOrDefault(id, id).equals(row.truth());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%6.2f %%  %6.2f %%  %6.2f %%  %26.2f %%  %8.2f %%",
                share(attached, contacts),
                share(right, attached),
                share(asked, contacts),
                share(among, asked),
                share(duplicates, contacts));
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : 100.0 * some / all;
    }
}
