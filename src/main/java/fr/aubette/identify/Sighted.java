package fr.aubette.identify;

import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Person;

/** What a contact says of its requester, in the matching engine's terms. */
public final class Sighted {

    private final Sightings sightings;

    public Sighted(Frequencies frequencies) {
        sightings = new Sightings(frequencies);
    }

    /** Ready to be compared. */
    public Sighting of(Contact contact) {
        return of(contact.requester(), contact.channel().kind() == ChannelKind.LETTER);
    }

    /**
     * What somebody says of themselves.
     *
     * @param readFromPaper whether a scanner read it
     */
    public Sighting of(Person person, boolean readFromPaper) {
        return sightings.of(new Sightings.Said(
                person.name().orElse(""),
                person.lastName().orElse(""),
                person.firstName().orElse(""),
                person.birthDate(),
                person.phones(),
                person.mails(),
                person.address().orElse(""),
                "",
                "",
                readFromPaper));
    }

    /** As the first thing known of a new citizen. */
    public Profile opened(String id, Contact contact) {
        return sightings.opened(id, of(contact));
    }

    /** As the first thing known of somebody who said this of themselves. */
    public Profile opened(String id, Person person, boolean readFromPaper) {
        return sightings.opened(id, of(person, readFromPaper));
    }

    /** As all that is known of a citizen, who said it being forgotten. */
    public Profile known(String id, Person person) {
        return sightings.opened(id, of(person, false));
    }
}
