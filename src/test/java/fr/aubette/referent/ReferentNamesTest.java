package fr.aubette.referent;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.access.Accounts.Account;
import fr.aubette.referent.ReferentSettings.Known;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferentNamesTest {

    private static final Account NADIA = account("nadia", "Nadia Ferhat-Petit", true);
    private static final Account INES = account("ines.duval@example.org", "Inès Duval", true);
    private static final List<Account> ALL = List.of(NADIA, INES, account("paul", "Paul Roy", false));

    private final ReferentNames names = new ReferentNames(List.of(new Known("nadia", List.of("FERHATN"))));

    private static Account account(String login, String name, boolean enabled) {
        return new Account(UUID.randomUUID(), login, name, "", enabled, Optional.empty(), Set.of());
    }

    @Test
    void findsAnAgentByHerNameHoweverItIsWritten() {
        for (String written : List.of("Nadia Ferhat-Petit", "FERHAT PETIT Nadia", "Mme Nàdia FERHAT-PETIT", "nadia")) {
            assertThat(names.find(written, ALL)).as(written).contains(NADIA);
        }
        assertThat(names.find("INES.DUVAL@EXAMPLE.ORG", ALL)).contains(INES);
    }

    @Test
    void findsAnAgentAsTheSoftwareKnowsHer() {
        assertThat(names.find("ferhatn", ALL)).contains(NADIA);
    }

    @Test
    void findsNobodyByHalfANameNorAmongTwoNorWhoHasLeft() {
        assertThat(names.find("Ferhat", ALL)).isEmpty();
        assertThat(names.find("N. Ferhat-Petit", ALL)).isEmpty();
        assertThat(names.find("Mme", ALL)).isEmpty();
        assertThat(names.find("Paul Roy", ALL)).isEmpty();
        assertThat(names.find("Inès Duval", List.of(INES, account("ines2", "Duval Inès", true))))
                .isEmpty();
    }
}
