package fr.aubette.identify.match;

import fr.aubette.identify.name.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides who a contact comes from.
 *
 * <p>Every citizen found, a relative of theirs whom nobody knows, and a stranger exclude one another: the more people
 * share a number, the less it says of each, without any rule. Nothing is chained: only what is known of a citizen
 * directly counts.
 */
public final class Matcher {

    /** While a register is small, most who turn up are strangers to it: so many more are believed to exist. */
    static final int NOT_YET_KNOWN = 500;

    /** Candidates kept for a person to choose from. */
    private static final int SHOWN = 5;

    /** Less probable is chance. */
    private static final double WORTH_SHOWING = 1e-6;

    private final Register register;
    private final Frequencies frequencies;
    private final Weights weights;
    private final Bands bands;

    public Matcher(Register register, Frequencies frequencies, Weights weights, Bands bands) {
        this.register = register;
        this.frequencies = frequencies;
        this.weights = weights;
        this.bands = bands;
    }

    /** Decides by what is known at this moment. */
    public Verdict decide(Sighting sighting) {
        Map<String, Profile> found = new LinkedHashMap<>();
        register.find(Keys.of(sighting)).forEach(profile -> found.put(profile.id(), profile));
        if (sighting.readings().isEmpty()) {
            addHouseholds(found, List.copyOf(found.values()));
        }
        Weighed weighed = weigh(sighting, List.copyOf(found.values()), SHOWN, WORTH_SHOWING);
        if (weighed.verdict().band() == Verdict.Band.ASK && !sighting.readings().isEmpty()) {
            int before = found.size();
            addHouseholds(
                    found,
                    found.values().stream().filter(p -> owns(p, sighting)).toList());
            if (found.size() > before) {
                weighed = weigh(sighting, List.copyOf(found.values()), SHOWN, WORTH_SHOWING);
            }
        }
        weights.learn(weighed.verdict().candidates(), weighed.relative(), weighed.stranger());
        return weighed.verdict();
    }

    /** How well each of these fits beside the others, in the order given. */
    public List<Candidate> weigh(Sighting sighting, List<Profile> citizens) {
        Map<String, Candidate> weighed = new HashMap<>();
        weigh(sighting, citizens, Integer.MAX_VALUE, 0)
                .verdict()
                .candidates()
                .forEach(each -> weighed.put(each.profile().id(), each));
        return citizens.stream()
                .flatMap(each -> Stream.ofNullable(weighed.get(each.id())))
                .toList();
    }

    /**
     * Where no name is given, or none of a number's owners bears it, those who live with an owner may have called as
     * well.
     */
    private void addHouseholds(Map<String, Profile> found, List<Profile> owners) {
        Set<String> homes = new LinkedHashSet<>();
        for (Profile profile : owners) {
            for (Place place : profile.places()) {
                if (!place.number().isEmpty() && !place.street().isEmpty()) {
                    homes.add("r|" + place.number() + "|" + place.street());
                }
            }
        }
        if (homes.isEmpty()) {
            return;
        }
        for (Profile profile : register.find(homes)) {
            if (owners.stream().anyMatch(owner -> Reckoner.together(owner, profile))) {
                found.putIfAbsent(profile.id(), profile);
            }
        }
    }

    /** A verdict, and the probabilities of what it says nothing of: a relative of those found, a stranger. */
    private record Weighed(Verdict verdict, double relative, double stranger) {}

    /** Decides among these. */
    private Weighed weigh(Sighting sighting, List<Profile> found, int most, double least) {
        Reckoner reckoner = new Reckoner(frequencies, weights);
        List<Profile> owners = found.stream().filter(p -> owns(p, sighting)).toList();
        List<Reading> readings = readings(sighting, owners);
        double[] doubts = reckoner.doubts(readings);
        int people = frequencies.citizens() + NOT_YET_KNOWN;
        double[] odds = new double[found.size()];
        List<List<Clue>> clues = new ArrayList<>(found.size());
        double relatives = 0;
        double total = 0;
        for (int i = 0; i < odds.length; i++) {
            List<Clue> each = reckoner.clues(sighting, readings, doubts, found.get(i), found, owners);
            clues.add(each);
            double bits = each.stream().mapToDouble(Clue::bits).sum();
            odds[i] = weights.knownOdds() / people * Math.pow(2, Math.min(60, bits));
            relatives += weights.relativeOdds()
                    / people
                    * Math.pow(2, Math.min(60, reckoner.relative(sighting, found.get(i), each)));
        }
        oncePerPerson(found, odds);
        for (double each : odds) {
            total += each;
        }
        double unfound = weights.knownOdds() * unfound(sighting, readings);
        double all = total + relatives + 1 + unfound;
        List<Candidate> ranked = ranked(found, clues, odds, all, most, least);
        double newcomer = (relatives + 1) / all;
        return new Weighed(
                new Verdict(bands.of(sighting, ranked, newcomer), ranked, newcomer), relatives / all, 1 / all);
    }

    /** Citizens found to be one person do not compete: the one who fits best stands for all. */
    private static void oncePerPerson(List<Profile> found, double... odds) {
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            Integer other = best.get(found.get(i).person());
            if (other == null || odds[i] > odds[other]) {
                best.put(found.get(i).person(), i);
            }
            if (other != null) {
                odds[odds[i] > odds[other] ? other : i] = 0;
            }
        }
    }

    /** A mail address says something of its owner's name only while nobody is known by it. */
    private static List<Reading> readings(Sighting sighting, List<Profile> owners) {
        if (sighting.guesses().isEmpty() || !owners.isEmpty()) {
            return sighting.readings();
        }
        List<Reading> all = new ArrayList<>(sighting.readings());
        all.addAll(sighting.guesses());
        return all;
    }

    /** Share of citizens' own contacts that lead to nobody by what this one gives. */
    private double unfound(Sighting sighting, List<Reading> readings) {
        double share = 1;
        if (!sighting.phones().isEmpty()) {
            share *= weights.share(Sign.PHONE_UNKNOWN) + 0.1;
        }
        if (!sighting.mails().isEmpty()) {
            share *= weights.share(Sign.MAIL_UNKNOWN) + 0.1;
        }
        if (!readings.isEmpty()) {
            boolean whole = sighting.guesses().isEmpty()
                    && readings.stream()
                            .anyMatch(
                                    r -> r.first().isPresent() && !r.surnames().isEmpty());
            share *= whole ? 0.01 : 0.5;
        }
        if (sighting.birth().isPresent()) {
            share *= 0.2;
        }
        return sighting.place().isPresent() ? share * 0.2 : share;
    }

    private static boolean owns(Profile profile, Sighting sighting) {
        return sighting.phones().stream().anyMatch(profile.phones()::contains)
                || sighting.mails().stream()
                        .anyMatch(mail -> profile.mails().stream().anyMatch(mail::same));
    }

    private static List<Candidate> ranked(
            List<Profile> found, List<List<Clue>> clues, double[] odds, double all, int most, double least) {
        List<Candidate> ranked = new ArrayList<>();
        for (int i = 0; i < odds.length; i++) {
            if (odds[i] / all >= least) {
                ranked.add(new Candidate(found.get(i), odds[i] / all, clues.get(i)));
            }
        }
        ranked.sort(Comparator.comparingDouble(Candidate::probability)
                .reversed()
                .thenComparing(candidate -> candidate.profile().id()));
        return ranked.size() > most ? List.copyOf(ranked.subList(0, most)) : ranked;
    }
}
