package fr.aubette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.access.Right;
import fr.aubette.access.Right.Kind;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.hub.HubTest;
import fr.aubette.model.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees how much of which ticket, as the store answers. */
@HubTest
class SightIT {

    private static final Right VOIRIE = Right.in(Kind.AGENT, "MOBILITES_VOIRIE");
    private static final Right AUTONOMIE = Right.in(Kind.AGENT, "AUTONOMIE");
    private static final Right SWITCHBOARD = Right.everywhere(Kind.SWITCHBOARD);
    private static final Right MDPH = new Right(Kind.WALLED, "AUTONOMIE", "MDPH");
    private static final Right SECRETS = Right.in(Kind.PROTECTED, "AUTONOMIE");

    @Autowired
    DeskData data;

    @Autowired
    TicketFiles files;

    @Autowired
    Catalogue catalogue;

    @Test
    void dependsOnDirectorateMotiveServiceAndPart() {
        data.clear();
        DeskData.Draft road = data.ticket("ROUTES", "MOBILITES_VOIRIE", "Trou").open("A", "B");
        assertLevels(road, 2, 1, 1, 0);

        DeskData.Draft care =
                data.ticket("APA", "AUTONOMIE", "Aide").service("APA").open("A", "B");
        assertLevels(care, 0, 2, 1, 0);
        care.part("MOBILITES_VOIRIE", "information", null);
        assertThat(level(care, VOIRIE)).isEqualTo(1);
        care.part("MOBILITES_VOIRIE", "contribution", null);
        assertThat(level(care, VOIRIE)).isEqualTo(2);

        DeskData.Draft walled =
                data.ticket("MDPH", "AUTONOMIE", "RQTH").service("MDPH").open("A", "B");
        assertLevels(walled, 0, 0, 1, 0);
        assertThat(level(walled, AUTONOMIE, MDPH)).isEqualTo(2);

        DeskData.Draft secret = data.ticket("MAJEUR_VULNERABLE", "AUTONOMIE", "Bleus")
                .priority("protected")
                .open("A", "B");
        assertLevels(secret, 0, 0, 0, 0);
        assertThat(level(secret, AUTONOMIE, SECRETS)).isEqualTo(2);
        assertThat(level(secret, AUTONOMIE, MDPH, SWITCHBOARD)).isZero();
    }

    private void assertLevels(DeskData.Draft ticket, int voirie, int autonomie, int switchboard, int administrator) {
        assertThat(List.of(
                        level(ticket, VOIRIE),
                        level(ticket, AUTONOMIE),
                        level(ticket, SWITCHBOARD),
                        level(ticket, Right.everywhere(Kind.ADMINISTRATOR))))
                .containsExactly(voirie, autonomie, switchboard, administrator);
    }

    private int level(DeskData.Draft ticket, Right... rights) {
        Viewer viewer = new Viewer(UUID.randomUUID(), "x", "X", Set.of(rights), List.of());
        return files.header(ticket.number(), Sight.of(viewer, catalogue))
                .map(header -> header.whole() ? 2 : 1)
                .orElse(0);
    }
}
