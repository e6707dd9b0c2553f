package fr.aubette.identify;

import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Weights;
import fr.aubette.model.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says how well what somebody said of themselves fits some citizens, field by field: for a person to look at. */
@Component
public class Weighing {

    private final Frequencies frequencies;
    private final Sighted sighted;

    public Weighing(Frequencies frequencies) {
        this.frequencies = frequencies;
        this.sighted = new Sighted(frequencies);
    }

    /**
     * Each of the citizens, in the order given.
     *
     * @param readFromPaper whether a scanner read what is said
     */
    public List<Candidate> of(Person said, boolean readFromPaper, List<Profile> citizens) {
        Matcher matcher = new Matcher(keys -> List.of(), frequencies, Weights.shipped(), Bands.ofHub());
        return matcher.weigh(sighted.of(said, readFromPaper), citizens);
    }
}
