package fr.aubette.identify.match;

import java.util.List;

/**
 * Somebody whom a contact may come from.
 *
 * @param profile who
 * @param probability that it is, 0 to 1, given everybody else whom it may be
 * @param clues what each field says
 */
public record Candidate(Profile profile, double probability, List<Clue> clues) {

    public Candidate {
        clues = List.copyOf(clues);
    }

    /** A first name that says less, in bits, may as well be that of somebody who lives there: Trang and Trung. */
    private static final double HARDLY = 1;

    /** Whether another first name forbids to decide without asking. */
    boolean vetoed() {
        return clues.stream().anyMatch(clue -> clue.sign() == Sign.FIRST_OTHER)
                || clues.stream().anyMatch(Candidate::hardlyNamed)
                        && clues.stream().noneMatch(Candidate::personal);
    }

    private static boolean hardlyNamed(Clue clue) {
        return clue.sign().field() == Sign.Field.FIRST && clue.bits() < HARDLY;
    }

    /** What a household does not share. */
    private static boolean personal(Clue clue) {
        return switch (clue.sign()) {
            case PHONE_OWN, MAIL_OWN, MAIL_VARIANT, BIRTH_SAME -> true;
            default -> false;
        };
    }

    /** Whether the contact gives a number or mailbox that nobody is known by. */
    public boolean bringsKey() {
        return clues.stream().anyMatch(clue -> clue.sign() == Sign.PHONE_UNKNOWN || clue.sign() == Sign.MAIL_UNKNOWN);
    }

    /** Whether a first name speaks for it. */
    public boolean named() {
        return clues.stream()
                .anyMatch(clue -> clue.sign().field() == Sign.Field.FIRST && clue.sign() != Sign.FIRST_OTHER);
    }

    /** Whether more than a name says who it is, so that what else the contact gives may be kept for next time. */
    public boolean proven() {
        return clues.stream().anyMatch(clue -> switch (clue.sign()) {
            case PHONE_OWN, MAIL_OWN, MAIL_VARIANT, BIRTH_SAME, PLACE_SAME -> true;
            default -> false;
        });
    }
}
