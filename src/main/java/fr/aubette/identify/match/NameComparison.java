package fr.aubette.identify.match;

import static fr.aubette.identify.match.Sign.*;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Reading;
import fr.aubette.identify.name.Sound;
import fr.aubette.identify.name.Spelling;
import fr.aubette.identify.name.Surname;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a written name with a citizen's: the likelier reading counts, rare names weigh more. */
final class NameComparison {

    /** Share of slips that happen to give another name that exists. */
    private static final double SLIP_INTO_A_NAME = 0.04;

    /** Share of strangers who bear a name that is near a given one and that nobody here has. */
    private static final double NEAR_BY_CHANCE = 1e-4;

    private static final double FAR_BY_CHANCE = 1e-3;

    /** Rarer names than this are all alike, when readings are weighed. */
    private static final double RARE = 1e-4;

    private static final double MOST_DOUBT = 6;

    /** Bits that a name filled in the wrong way round costs. */
    private static final double UNNATURAL = 2;

    private final Frequencies frequencies;
    private final Weights weights;

    NameComparison(Frequencies frequencies, Weights weights) {
        this.frequencies = frequencies;
        this.weights = weights;
    }

    /** Bits that each reading costs: what is known as a first name is hardly read as a family name. */
    double[] doubts(List<Reading> readings) {
        double[] likely = new double[readings.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < likely.length; i++) {
            Reading reading = readings.get(i);
            double surname = reading.surnames().stream()
                    .mapToDouble(each -> frequencies.surname(each.joined()))
                    .max()
                    .orElse(RARE);
            double first = reading.first()
                    .map(each -> frequencies.first(each.joined()))
                    .orElse(RARE);
            likely[i] = log(Math.max(RARE, surname)) + log(Math.max(RARE, first)) - (reading.natural() ? 0 : UNNATURAL);
            best = Math.max(best, likely[i]);
        }
        for (int i = 0; i < likely.length; i++) {
            likely[i] = Math.min(MOST_DOUBT, (best - likely[i]) / 2);
        }
        return likely;
    }

    /** What the name says; empty when none is given on one side. */
    List<Clue> compare(
            Sighting sighting, List<Reading> readings, double[] doubts, Profile profile, List<Surname> household) {
        List<Clue> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < readings.size(); i++) {
            List<Clue> clues = compare(readings.get(i), profile, household, sighting.scanned());
            double bits = -doubts[i];
            for (Clue clue : clues) {
                bits += clue.bits();
            }
            if (!clues.isEmpty() && bits > most) {
                most = bits;
                best = clues;
            }
        }
        return best;
    }

    private List<Clue> compare(Reading reading, Profile profile, List<Surname> household, boolean scanned) {
        List<Clue> clues = new ArrayList<>(2);
        if (!reading.surnames().isEmpty() && !profile.surnames().isEmpty()) {
            Clue own = surnames(reading.surnames(), profile.surnames(), scanned);
            clues.add(
                    own.bits() > 0 ? own : spouse(reading.surnames(), household).orElse(own));
        }
        if (reading.first().isPresent() && !profile.firsts().isEmpty()) {
            clues.add(firsts(reading.first().get(), profile.firsts(), scanned));
        }
        return clues;
    }

    private Clue surnames(List<Surname> said, List<Surname> known, boolean scanned) {
        Clue best = new Clue(SURNAME_OTHER, log(weights.share(SURNAME_OTHER)));
        for (Surname one : said) {
            for (Surname other : known) {
                Clue clue = surname(one, other, scanned);
                if (clue.bits() > best.bits()) {
                    best = clue;
                }
            }
        }
        return best;
    }

    private Optional<Clue> spouse(List<Surname> said, List<Surname> household) {
        double share = weights.share(SURNAME_HOUSEHOLD);
        for (Surname one : said) {
            for (Surname other : household) {
                if (Nearness.of(one.joined(), other.joined(), false) == Nearness.NEAR) {
                    return Optional.of(new Clue(SURNAME_HOUSEHOLD, log(share / frequencies.surname(other.joined()))));
                }
            }
        }
        return Optional.empty();
    }

    private Clue surname(Surname said, Surname known, boolean scanned) {
        if (said.joined().equals(known.joined())) {
            double common = frequencies.surname(known.joined());
            return new Clue(SURNAME_SAME, log(weights.share(SURNAME_SAME) / common));
        }
        String part = commonPart(said, known);
        if (!part.isEmpty()) {
            double common = Math.max(frequencies.surname(part), frequencies.surname(known.joined()));
            return new Clue(SURNAME_PART, log(weights.share(SURNAME_PART) / (1.5 * common * 0.3)));
        }
        Nearness near = Nearness.of(said.joined(), known.joined(), scanned);
        if (near == Nearness.NONE && !said.core().equals(said.joined())) {
            near = Nearness.of(said.core(), known.core(), scanned);
        }
        if (near == Nearness.NONE && (said.isDouble() || known.isDouble())) {
            near = partlyNear(said, known, scanned);
        }
        return switch (near) {
            case NEAR -> near(SURNAME_NEAR, NEAR_BY_CHANCE, frequencies.surname(known.joined()), known(said));
            case FAR -> near(SURNAME_FAR, FAR_BY_CHANCE, frequencies.surname(known.joined()), known(said));
            case NONE -> new Clue(SURNAME_OTHER, log(weights.share(SURNAME_OTHER)));
        };
    }

    private static String commonPart(Surname said, Surname known) {
        if (said.core().length() > 2 && said.core().equals(known.core())) {
            return known.core();
        }
        for (String part : said.parts()) {
            if (part.length() > 2 && known.parts().contains(part)) {
                return part;
            }
        }
        return "";
    }

    private static Nearness partlyNear(Surname said, Surname known, boolean scanned) {
        for (String one : said.parts()) {
            for (String other : known.parts()) {
                if (Nearness.of(one, other, scanned) == Nearness.NEAR) {
                    return Nearness.FAR;
                }
            }
        }
        return Nearness.NONE;
    }

    private double known(Surname said) {
        return frequencies.knowsSurname(said) ? frequencies.surname(said.joined()) : 0;
    }

    /** A slip of the known name, against somebody else's real name or somebody else's slip. */
    private Clue near(Sign sign, double chance, double common, double real) {
        double share = weights.share(sign);
        double others = share * common + chance;
        double bits = real > 0 ? log(share * SLIP_INTO_A_NAME / real) : log(share / others);
        return new Clue(sign, bits);
    }

    private Clue firsts(FirstName said, List<FirstName> known, boolean scanned) {
        Clue best = new Clue(FIRST_OTHER, log(weights.share(FIRST_OTHER)));
        for (FirstName other : known) {
            Clue clue = first(said, other, scanned);
            if (clue.bits() > best.bits()) {
                best = clue;
            }
        }
        return best;
    }

    private Clue first(FirstName said, FirstName known, boolean scanned) {
        double common = frequencies.first(known.joined());
        if (said.joined().equals(known.joined())) {
            return new Clue(FIRST_SAME, log(weights.share(FIRST_SAME) / common));
        }
        if (said.mayBeInitials() && known.initials().startsWith(said.initials().substring(0, 1))) {
            return initials(said, known);
        }
        double real = frequencies.knowsFirst(said) ? frequencies.first(said.joined()) : 0;
        if (said.parts().size() != known.parts().size()
                && (known.parts().contains(said.joined()) || said.parts().contains(known.joined()))) {
            return new Clue(FIRST_PART, log(weights.share(FIRST_PART) / (real + 0.1 * common + NEAR_BY_CHANCE)));
        }
        if (said.joined().length() >= 3 && known.joined().startsWith(said.joined())) {
            return new Clue(FIRST_SHORT, log(weights.share(FIRST_SHORT) / (real + 0.1 * common + NEAR_BY_CHANCE)));
        }
        Nearness near = Nearness.of(said.joined(), known.joined(), scanned);
        if (near == Nearness.NONE && partlyNear(said, known, scanned)) {
            near = Nearness.FAR;
        }
        return switch (near) {
            case NEAR -> near(FIRST_NEAR, NEAR_BY_CHANCE, common, real);
            case FAR -> near(FIRST_FAR, FAR_BY_CHANCE, common, real);
            case NONE -> new Clue(FIRST_OTHER, log(weights.share(FIRST_OTHER)));
        };
    }

    private static boolean partlyNear(FirstName said, FirstName known, boolean scanned) {
        return said.parts().size() < known.parts().size()
                && Nearness.of(said.joined(), known.parts().get(0), scanned) == Nearness.NEAR;
    }

    private Clue initials(FirstName said, FirstName known) {
        char letter = known.joined().charAt(0);
        double common = frequencies.initial(letter);
        boolean all = said.joined().length() > 1 && said.joined().equals(known.initials());
        return new Clue(FIRST_INITIAL, log(0.95 / (all ? common * 0.05 : common)));
    }

    private static double log(double odds) {
        return Math.log(odds) / Math.log(2);
    }

    /** How near two spellings are. */
    enum Nearness {
        NEAR,
        FAR,
        NONE;

        /** Letters of one that the other lacks, both ways: more than twice the half that may differ cannot be near. */
        private static int lettersApart(String one, String other) {
            int[] counts = new int[32];
            for (int i = 0; i < one.length(); i++) {
                counts[one.charAt(i) & 31]++;
            }
            for (int i = 0; i < other.length(); i++) {
                counts[other.charAt(i) & 31]--;
            }
            int apart = 0;
            for (int count : counts) {
                apart += Math.abs(count);
            }
            return apart;
        }

        static Nearness of(String one, String other, boolean scanned) {
            if (one.equals(other)) {
                return NEAR;
            }
            int longest = Math.max(one.length(), other.length());
            int shortest = Math.min(one.length(), other.length());
            if (shortest < 3 || longest - shortest > 3 || !scanned && lettersApart(one, other) > longest) {
                return NONE;
            }
            double distance = scanned ? Spelling.scanned(one, other) : Spelling.distance(one, other);
            if (distance <= (longest >= 7 ? 2 : 1) && distance <= longest * 0.34) {
                return NEAR;
            }
            if (distance > longest * 0.5) {
                return NONE;
            }
            if (Sound.of(one).equals(Sound.of(other))) {
                return NEAR;
            }
            return distance <= longest * 0.34 ? FAR : NONE;
        }
    }
}
