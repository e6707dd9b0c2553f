package fr.aubette.store.desk;

import fr.aubette.access.Sight;
import fr.aubette.desk.Citizens;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search of citizens, without Spring. */
public final class SearchForBench {

    private static final Sight AGENT =
            new Sight(List.of("AUTONOMIE"), List.of(), List.of(), false, List.of(), List.of(), List.of());

    private final Citizens citizens;

    private SearchForBench(Citizens citizens) {
        this.citizens = citizens;
    }

    public static SearchForBench over(JdbcClient jdbc) {
        return new SearchForBench(new JdbcCitizens(jdbc, new CitizenRows(jdbc)));
    }

    /** How many are found. */
    public int found(String typed) {
        return citizens.search(typed, 8, AGENT).size();
    }
}
