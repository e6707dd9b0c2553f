package fr.aubette.identify;

import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.name.Reading;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Person;
import java.util.List;
import java.util.Optional;

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

    private Sighting of(Person person, boolean readFromPaper) {
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
        return opened(id, of(contact));
    }

    /** As all that is known of a citizen, who said it being forgotten. */
    public Profile known(String id, Person person) {
        return opened(id, of(person, false));
    }

    private Profile opened(String id, Sighting sighting) {
        Optional<Reading> name = sightings.likeliest(sighting.readings());
        return new Profile(
                id,
                name.map(Reading::surnames).orElse(List.of()),
                name.flatMap(Reading::first).stream().toList(),
                sighting.sex(),
                sighting.birth(),
                sighting.phones(),
                sighting.mails(),
                sighting.place().stream().toList());
    }
}
