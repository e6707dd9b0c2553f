package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;

/** How common a name is among those who may turn up: sharing a rare one says more than sharing a common one. */
public interface Frequencies {

    /** Share of people with a family name, given joined; more than zero even when nobody has it. */
    double surname(String joined);

    /** Share of people with a first name, given joined; more than zero even when nobody has it. */
    double first(String joined);

    /** Share of people whose first name begins with a letter. */
    double initial(char letter);

    /** Whether somebody has this family name: then it is hardly a slip for another one. */
    boolean knowsSurname(Surname surname);

    /** Whether somebody has this first name. */
    boolean knowsFirst(FirstName first);

    /** How many there are. */
    Sizes sizes();

    /** How many citizens there are. */
    default int citizens() {
        return sizes().citizens();
    }

    /** How many different phone numbers they have. */
    default int phones() {
        return sizes().phones();
    }

    /** How many different mailboxes they have. */
    default int mails() {
        return sizes().mails();
    }

    /** How many citizens there are, and how many different phone numbers and mailboxes they have. */
    record Sizes(int citizens, int phones, int mails) {}
}
