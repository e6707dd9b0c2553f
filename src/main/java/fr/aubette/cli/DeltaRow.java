package fr.aubette.cli;

import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sightings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of what a directorate's software tells.
 *
 * @param person whose it is: always the same for the same person of a source
 * @param withheld whether it is protected: nothing of it is kept
 */
record DeltaRow(UUID person, Told told, Optional<Filed> file, boolean withheld) {

    /**
     * What it says of the person.
     *
     * @param last family name as written
     * @param first first name as written
     */
    record Told(String last, String first, Sightings.Said said, Profile profile) {

        Optional<LocalDate> born() {
            return profile.birth();
        }
    }

    /**
     * A case file.
     *
     * @param number as compared
     */
    record Filed(String number, String written, String referent, String sector) {

        String seen(UUID person) {
            return number + " " + person;
        }
    }
}
