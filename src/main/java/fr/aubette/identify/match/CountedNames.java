package fr.aubette.identify.match;

import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Frequencies counted from the register at hand; while it is small, what is known of French names in general counts
 * too.
 */
public final class CountedNames implements Frequencies {

    /** What is known in general counts as this many people. */
    private static final double PRIOR_PEOPLE = 800;

    private final CommonNames common = CommonNames.shipped();
    private final Map<String, Integer> surnames = new HashMap<>();
    private final Map<String, Integer> firsts = new HashMap<>();
    private final int[] initials = new int[26];
    private final Set<String> phones = new HashSet<>();
    private final Set<String> mails = new HashSet<>();
    private int people;
    private int morePhones;
    private int moreMails;

    /** Counts a citizen in. */
    public void add(Profile profile) {
        people++;
        profile.surnames().forEach(surname -> add(surname, 1));
        profile.firsts().forEach(first -> add(first, 1));
        addKeys(profile);
    }

    /** Counts in so many people of a family name. */
    public void add(Surname surname, int more) {
        Set<String> names = new HashSet<>(surname.parts());
        names.add(surname.joined());
        names.forEach(name -> surnames.merge(name, more, Integer::sum));
    }

    /** Counts in so many people of a first name. */
    public void add(FirstName first, int more) {
        firsts.merge(first.joined(), more, Integer::sum);
        int letter = first.joined().charAt(0) - 'a';
        if (letter >= 0 && letter < 26) {
            initials[letter] += more;
        }
    }

    /** Says how many citizens, phones and mailboxes there are, where they are not counted one by one. */
    public void sizes(int citizens, int phoneNumbers, int mailboxes) {
        people = citizens;
        morePhones = phoneNumbers;
        moreMails = mailboxes;
    }

    /** Counts in the phones and mailboxes of a citizen who is counted already. */
    public void addKeys(Profile profile) {
        phones.addAll(profile.phones());
        profile.mails().forEach(mail -> mails.add(mail.address()));
    }

    @Override
    public double surname(String joined) {
        return share(surnames.getOrDefault(joined, 0), common.surname(joined));
    }

    @Override
    public double first(String joined) {
        return share(firsts.getOrDefault(joined, 0), common.first(joined));
    }

    private double share(int counted, double general) {
        return (counted + PRIOR_PEOPLE * general) / (people + PRIOR_PEOPLE);
    }

    @Override
    public double initial(char letter) {
        int index = letter - 'a';
        int counted = index >= 0 && index < 26 ? initials[index] : 0;
        return (counted + 5.0) / (people + 130.0);
    }

    @Override
    public boolean knowsSurname(Surname surname) {
        return surnames.containsKey(surname.joined());
    }

    @Override
    public boolean knowsFirst(FirstName first) {
        return firsts.containsKey(first.joined());
    }

    @Override
    public Sizes sizes() {
        return new Sizes(people, morePhones + phones.size(), moreMails + mails.size());
    }
}
