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
        Person person = contact.requester();
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
                contact.channel().kind() == ChannelKind.LETTER));
    }

    /** As the first thing known of a new citizen. */
    public Profile opened(String id, Contact contact) {
        Sighting sighting = of(contact);
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
