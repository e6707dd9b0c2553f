package fr.aubette.identify.match;

/**
 * How one field of a contact compares with a citizen.
 *
 * <p>Each has the share of a citizen's own contacts that show it, where the field is given on both sides. These shares
 * are what ships; {@link Weights} moves them towards what the contacts at hand show.
 */
public enum Sign {
    SURNAME_SAME(Field.SURNAME, 0.845),
    /** One half of a double name, or the same without its particle. */
    SURNAME_PART(Field.SURNAME, 0.05),
    /** The name of somebody who lives at the same address: a spouse's. */
    SURNAME_HOUSEHOLD(Field.SURNAME, 0.02),
    SURNAME_NEAR(Field.SURNAME, 0.06),
    SURNAME_FAR(Field.SURNAME, 0.01),
    SURNAME_OTHER(Field.SURNAME, 0.015),
    FIRST_SAME(Field.FIRST, 0.83),
    FIRST_PART(Field.FIRST, 0.02),
    /** The beginning of a longer name, "Isa" of Isabelle. */
    FIRST_SHORT(Field.FIRST, 0.015),
    FIRST_INITIAL(Field.FIRST, 0.03),
    FIRST_NEAR(Field.FIRST, 0.09),
    FIRST_FAR(Field.FIRST, 0.012),
    /** Another first name is another person of the household: the rarest of all on a citizen's own contacts. */
    FIRST_OTHER(Field.FIRST, 0.003),
    SEX_SAME(Field.SEX, 0.98),
    SEX_OTHER(Field.SEX, 0.02),
    BIRTH_SAME(Field.BIRTH, 0.96),
    /** One figure apart, or day and month exchanged. */
    BIRTH_NEAR(Field.BIRTH, 0.032),
    BIRTH_OTHER(Field.BIRTH, 0.008),
    PHONE_OWN(Field.PHONE, 0.68),
    PHONE_HOUSEHOLD(Field.PHONE, 0.08),
    PHONE_UNKNOWN(Field.PHONE, 0.22),
    PHONE_OTHERS(Field.PHONE, 0.02),
    MAIL_OWN(Field.MAIL, 0.62),
    MAIL_VARIANT(Field.MAIL, 0.05),
    MAIL_HOUSEHOLD(Field.MAIL, 0.05),
    MAIL_UNKNOWN(Field.MAIL, 0.26),
    MAIL_OTHERS(Field.MAIL, 0.02),
    PLACE_SAME(Field.PLACE, 0.80),
    /** The same street, another number or none. */
    PLACE_STREET(Field.PLACE, 0.03),
    /** The same number and town, another street or one that cannot be read. */
    PLACE_NUMBER(Field.PLACE, 0.03),
    PLACE_TOWN(Field.PLACE, 0.04),
    PLACE_OTHER(Field.PLACE, 0.10);

    /** What is compared. */
    public enum Field {
        SURNAME,
        FIRST,
        SEX,
        BIRTH,
        PHONE,
        MAIL,
        PLACE
    }

    private final Field field;
    private final double share;

    Sign(Field field, double share) {
        this.field = field;
        this.share = share;
    }

    public Field field() {
        return field;
    }

    /** The share that ships; the shares of one field add up to one. */
    double share() {
        return share;
    }
}
