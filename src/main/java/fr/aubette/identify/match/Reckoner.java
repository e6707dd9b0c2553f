package fr.aubette.identify.match;

import static fr.aubette.identify.match.Sign.*;

import fr.aubette.identify.name.Reading;
import fr.aubette.identify.name.Surname;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Weighs what each field of a contact says of one citizen, and of a relative of theirs whom nobody knows. */
final class Reckoner {

    /** Share of strangers whose number is somebody else's on record: given again, or typed wrong. */
    private static final double STRANGER_HAS_KNOWN_NUMBER = 0.05;

    /** Share of strangers who live where somebody on record lives. */
    private static final double STRANGER_AT_KNOWN_PLACE = 0.1;

    /** Share of people whose mail address has the same words before the at sign, among those of one name. */
    private static final double SAME_LOCAL_PART_BY_NAME = 0.01;

    /** So many homes do not share a number. */
    private static final int CROWD = 6;

    /** Births are spread over this many days, roughly. */
    private static final double BIRTHDAYS = 24_000;

    private static final double BIRTH_NEAR_BY_CHANCE = 0.004;

    /** Share of relatives who are not on record and bear the same family name. */
    private static final double RELATIVE_BEARS_THE_NAME = 0.75;

    private final Frequencies frequencies;
    private final Weights weights;
    private final NameComparison names;

    Reckoner(Frequencies frequencies, Weights weights) {
        this.frequencies = frequencies;
        this.weights = weights;
        this.names = new NameComparison(frequencies, weights);
    }

    /**
     * The clues of one citizen.
     *
     * @param found everybody found
     * @param owners those of them who have one of the contact's numbers or mailboxes
     */
    List<Clue> clues(
            Sighting sighting,
            List<Reading> readings,
            double[] doubts,
            Profile profile,
            List<Profile> found,
            List<Profile> owners) {
        List<Clue> clues = new ArrayList<>(6);
        clues.addAll(names.compare(sighting, readings, doubts, profile, housemates(readings, profile, found)));
        sex(sighting, profile).ifPresent(clues::add);
        birth(sighting, profile).ifPresent(clues::add);
        sighting.phones().stream()
                .filter(phone -> !crowd(owners, owner -> owner.phones().contains(phone)))
                .map(phone -> phone(phone, profile, owners))
                .max((a, b) -> Double.compare(a.bits(), b.bits()))
                .ifPresent(clues::add);
        sighting.mails().stream()
                .filter(mail -> !crowd(owners, owner -> owner.mails().stream().anyMatch(mail::same)))
                .map(mail -> mail(mail, profile, owners))
                .max((a, b) -> Double.compare(a.bits(), b.bits()))
                .ifPresent(clues::add);
        if (sighting.place().isPresent() && !profile.places().isEmpty()) {
            clues.add(place(sighting.place().get(), profile));
        }
        return clues;
    }

    double[] doubts(List<Reading> readings) {
        return names.doubts(readings);
    }

    /** A number that many have who do not live together is a service's: a relay centre's, a guardian's. */
    private static boolean crowd(List<Profile> owners, Predicate<Profile> has) {
        List<Profile> having = owners.stream().filter(has).toList();
        if (having.size() < CROWD) {
            return false;
        }
        long homes = having.stream()
                .map(owner -> owner.places().isEmpty()
                        ? owner.id()
                        : owner.places().get(0).key())
                .distinct()
                .count();
        return homes >= CROWD;
    }

    private static List<Surname> housemates(List<Reading> readings, Profile profile, List<Profile> found) {
        boolean sameFirst = readings.stream()
                .flatMap(reading -> reading.first().stream())
                .anyMatch(said -> profile.firsts().stream()
                        .anyMatch(first -> first.sound().equals(said.sound())));
        if (!sameFirst) {
            return List.of();
        }
        List<Surname> names = new ArrayList<>();
        for (Profile other : found) {
            if (other != profile && together(other, profile)) {
                names.addAll(other.surnames());
            }
        }
        return names;
    }

    private Optional<Clue> sex(Sighting sighting, Profile profile) {
        if (sighting.sex().isEmpty() || profile.sex().isEmpty()) {
            return Optional.empty();
        }
        boolean same = sighting.sex().get().equals(profile.sex().get());
        Sign sign = same ? SEX_SAME : SEX_OTHER;
        return Optional.of(clue(sign, weights.share(sign) * 2));
    }

    private Optional<Clue> birth(Sighting sighting, Profile profile) {
        if (sighting.birth().isEmpty() || profile.birth().isEmpty()) {
            return Optional.empty();
        }
        LocalDate said = sighting.birth().get();
        LocalDate known = profile.birth().get();
        if (said.equals(known)) {
            return Optional.of(clue(BIRTH_SAME, weights.share(BIRTH_SAME) * BIRTHDAYS));
        }
        Sign sign = Dates.near(said, known) ? BIRTH_NEAR : BIRTH_OTHER;
        double chance = sign == BIRTH_NEAR ? BIRTH_NEAR_BY_CHANCE : 1;
        return Optional.of(clue(sign, weights.share(sign) / chance));
    }

    private Clue phone(String phone, Profile profile, List<Profile> owners) {
        int known = Math.max(1, profile.phones().size());
        if (profile.phones().contains(phone)) {
            double chance = STRANGER_HAS_KNOWN_NUMBER / (frequencies.phones() + Matcher.NOT_YET_KNOWN);
            return clue(PHONE_OWN, weights.share(PHONE_OWN) / known / chance);
        }
        List<Profile> others =
                owners.stream().filter(owner -> owner.phones().contains(phone)).toList();
        if (others.isEmpty()) {
            boolean none = profile.phones().isEmpty();
            return clue(PHONE_UNKNOWN, (none ? 0.85 : weights.share(PHONE_UNKNOWN)) / (1 - STRANGER_HAS_KNOWN_NUMBER));
        }
        boolean household = others.stream().anyMatch(owner -> together(owner, profile));
        double chance = STRANGER_HAS_KNOWN_NUMBER / (frequencies.phones() + Matcher.NOT_YET_KNOWN);
        if (household) {
            double mine = Numbers.isMobile(phone) ? 0.03 : 0.4;
            return clue(PHONE_HOUSEHOLD, mine / 3 / chance);
        }
        return clue(PHONE_OTHERS, weights.share(PHONE_OTHERS) / STRANGER_HAS_KNOWN_NUMBER);
    }

    private Clue mail(Mailbox mail, Profile profile, List<Profile> owners) {
        double chance = STRANGER_HAS_KNOWN_NUMBER / (frequencies.mails() + Matcher.NOT_YET_KNOWN);
        int known = Math.max(1, profile.mails().size());
        if (profile.mails().contains(mail)) {
            return clue(MAIL_OWN, weights.share(MAIL_OWN) / known / chance);
        }
        if (profile.mails().stream().anyMatch(mail::same)) {
            return clue(MAIL_VARIANT, weights.share(MAIL_VARIANT) / known / chance / 4);
        }
        if (profile.mails().stream().anyMatch(mail::sameName)) {
            double alike = mail.distinctive() ? chance * 4 : SAME_LOCAL_PART_BY_NAME;
            return clue(MAIL_VARIANT, weights.share(MAIL_VARIANT) / known / alike);
        }
        List<Profile> others = owners.stream()
                .filter(owner -> owner.mails().stream().anyMatch(mail::same))
                .toList();
        if (others.isEmpty()) {
            boolean none = profile.mails().isEmpty();
            return clue(MAIL_UNKNOWN, (none ? 0.85 : weights.share(MAIL_UNKNOWN)) / (1 - STRANGER_HAS_KNOWN_NUMBER));
        }
        if (others.stream().anyMatch(owner -> together(owner, profile))) {
            return clue(MAIL_HOUSEHOLD, weights.share(MAIL_HOUSEHOLD) / 3 / chance);
        }
        return clue(MAIL_OTHERS, weights.share(MAIL_OTHERS) / STRANGER_HAS_KNOWN_NUMBER);
    }

    private Clue place(Place said, Profile profile) {
        Sign best = PLACE_OTHER;
        for (Place known : profile.places()) {
            Sign sign = place(said, known);
            if (sign.ordinal() < best.ordinal()) {
                best = sign;
            }
        }
        double share = weights.share(best);
        int people = frequencies.citizens() + Matcher.NOT_YET_KNOWN;
        return switch (best) {
            case PLACE_SAME -> clue(best, share / (STRANGER_AT_KNOWN_PLACE * 3 / people));
            case PLACE_STREET -> clue(best, share / 0.002);
            case PLACE_NUMBER -> clue(best, share / 0.002);
            case PLACE_TOWN -> clue(best, share / 0.08);
            default -> clue(best, share);
        };
    }

    private static Sign place(Place said, Place known) {
        boolean town = said.sameTown(known);
        boolean street = said.sameStreet(known);
        boolean number = said.sameNumber(known);
        if (street && (number || said.number().isEmpty() && known.number().isEmpty())) {
            return town ? PLACE_SAME : PLACE_STREET;
        }
        if (street && town) {
            return PLACE_STREET;
        }
        if (number && town) {
            return PLACE_NUMBER;
        }
        return town ? PLACE_TOWN : PLACE_OTHER;
    }

    /** Whether two live together, as far as we know: an address, a number or a mailbox in common. */
    static boolean together(Profile one, Profile other) {
        return one.places().stream().anyMatch(place -> other.places().contains(place))
                || one.phones().stream().anyMatch(other.phones()::contains)
                || one.mails().stream().anyMatch(other.mails()::contains);
    }

    /** The bits that speak for a relative of this citizen whom nobody knows, against a stranger. */
    double relative(Sighting sighting, Profile profile, List<Clue> clues) {
        double bits = 0;
        boolean tied = false;
        for (Clue clue : clues) {
            switch (clue.sign()) {
                case SURNAME_SAME, SURNAME_PART, SURNAME_NEAR ->
                    bits += bits(RELATIVE_BEARS_THE_NAME * Math.pow(2, clue.bits()) + 1 - RELATIVE_BEARS_THE_NAME);
                case PHONE_OWN -> {
                    boolean mobile = sighting.phones().stream().allMatch(Numbers::isMobile);
                    bits += clue.bits() + bits(mobile ? 0.15 : 0.5);
                    tied = true;
                }
                case MAIL_OWN -> {
                    bits += clue.bits() + bits(0.1);
                    tied = true;
                }
                case PLACE_SAME -> {
                    bits += clue.bits();
                    tied = true;
                }
                default -> {
                    // says nothing of a relative
                }
            }
        }
        return tied ? bits : Double.NEGATIVE_INFINITY;
    }

    private static Clue clue(Sign sign, double odds) {
        return new Clue(sign, bits(odds));
    }

    static double bits(double odds) {
        return Math.log(odds) / Math.log(2);
    }
}
