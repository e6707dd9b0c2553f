package fr.aubette.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two reports are of one incident when the thing and the place are the same. */
class SameIncidentTest {

    private static final List<String> COMMUNES = List.of("Clairmont", "Sauval", "Saint-Aubin");
    private static final Map<String, List<String>> THINGS = new LinkedHashMap<>(Map.of(
            "trou", List.of("nid de poule", "nids de poule", "trou", "trous", "cratère*"),
            "arbre", List.of("arbre*", "branche*")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Un nid-de-poule profond sur la RD 12 au PK 4 | Gros trou, D12, PK 4+200            | 95
            Un nid-de-poule sur la R.D. 12 au PK 4       | Trou sur la départementale 12 au km 4,8 | 80
            Un trou RD 12 devant le stade                | Nid de poule sur la D 12 près du stade | 88
            Un trou sur la RD 12 à Sauval                | Un cratère énorme à Sauval, RD 12   | 80
            Un trou rue Haute à Sauval                   | Nid de poule à Sauval, rue Haute    | 78
            Un trou devant le numéro 6, RD 12            | Nid-de-poule RD 12 devant le 6      | 88
            """)
    void areOne(String one, String other, int sure) {
        assertThat(judge(one, other)).hasValueSatisfying(same -> {
            assertThat(Math.round(same.confidence() * 100)).isEqualTo(sure);
            assertThat(same.why()).contains("sûr à " + sure + " %", "même chose (trou)");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Un trou sur la RD 12 au PK 4      | Un arbre tombé sur la RD 12 au PK 4
            Un trou sur la RD 12 au PK 4      | Un trou sur la RD 12 au PK 9
            Un trou sur la RD 12 à Sauval     | Un trou sur la RD 12 à Clairmont
            Un trou sur la RD 12 à Sauval     | Un trou sur la RD 7 à Sauval
            Un trou rue Haute à Sauval        | Un trou rue Basse à Sauval
            Un trou à Sauval                  | Un trou à Sauval
            J'ai trouvé la RD 12 fermée       | J'ai trouvé la RD 12 fermée
            """)
    void areTwo(String one, String other) {
        assertThat(judge(one, other)).isEmpty();
    }

    @Test
    void areNotSureEnoughByTheRoadAlone() {
        assertThat(judge("Un trou sur la RD 12", "Un nid de poule sur la RD 12"))
                .hasValueSatisfying(same -> assertThat(same.confidence()).isLessThan(0.75));
    }

    private static Optional<SameIncident> judge(String one, String other) {
        return Sightings.of(one, COMMUNES, THINGS)
                .flatMap(left ->
                        Sightings.of(other, COMMUNES, THINGS).flatMap(right -> SameIncident.judge(left, right)));
    }
}
