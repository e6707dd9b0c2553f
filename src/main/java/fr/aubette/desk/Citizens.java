package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.identify.match.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port: the citizens a viewer may know of.
 *
 * <p>Who is known to few only is unknown to all others; so is whoever is met in hidden matters alone. Of somebody met
 * in such matters as well, a viewer sees the name, the birth date, and what a register or an agent vouches for.
 */
public interface Citizens {

    /**
     * Those of whom what is typed is the beginning of some written form: name in any order or spelling, phone, mail,
     * birth date, number of a ticket or case file.
     */
    List<Found> search(String typed, int limit, Sight sight);

    /** Everything about a person; empty when the viewer may not know of one. */
    Optional<CitizenFile> file(UUID id, Sight sight);

    /** What is known of a person, for comparing; empty when the viewer may not know of one. */
    Optional<Known> known(UUID id, Sight sight);

    /**
     * A person.
     *
     * @param id of the record that stands for all that are this person
     * @param name as written in the register or by whoever met the person first; blank when unknown
     * @param phones as people read them
     * @param places in the form in which they are compared
     * @param open how many of the person's tickets are open, of those that the viewer may know of
     */
    record Found(
            UUID id,
            String name,
            Optional<LocalDate> birth,
            List<String> phones,
            List<String> mails,
            List<String> places,
            int open,
            boolean confidential) {}

    /** A person, and all that is known of it in the engine's terms. */
    record Known(Found found, Profile profile) {}

    /**
     * A person's page.
     *
     * @param facts oldest first
     * @param members the records that are this person, the standing one first; one alone when nothing was merged
     * @param never persons of whom somebody has said that they are never the same
     */
    record CitizenFile(Found found, List<Fact> facts, List<Member> members, List<Other> never) {}

    /**
     * One thing known.
     *
     * @param kind as in {@link fr.aubette.identify.match.KnownText.Fact}
     */
    record Fact(String kind, String value, String source, String proof, Instant firstSeen, Instant lastSeen) {}

    /**
     * A record of a person.
     *
     * @param merge the merge that put it under another, by which it is taken back
     */
    record Member(UUID id, String name, Optional<LocalDate> birth, Optional<Merged> merge) {}

    /** Who made a merge, when and why. */
    record Merged(UUID id, String by, Instant at, String reason) {}

    /** Somebody who is somebody else. */
    record Other(UUID id, String name, String reason) {}
}
