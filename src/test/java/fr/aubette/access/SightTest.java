package fr.aubette.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.access.Right.Kind;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final Catalogue TOWN = new Catalogue(
            Map.of(
                    "AUTONOMIE",
                    new Directorate("AUTONOMIE", "Autonomie", Directorate.Takes.BOTH, true, "", List.of("MDPH")),
                    "VOIRIE",
                    new Directorate("VOIRIE", "Voirie", Directorate.Takes.BOTH, false, "")),
            Map.of(
                    "DANGER",
                    new Motive("DANGER", "Danger", "AUTONOMIE", "", List.of(), true, true, List.of()),
                    "ROUTES",
                    new Motive("ROUTES", "Routes", "VOIRIE", "", List.of(), false, false, List.of())));

    @Test
    void gathersWhatTheCatalogueHides() {
        Sight sight = Sight.of(viewer(Right.in(Kind.AGENT, "VOIRIE")), TOWN);

        assertThat(sight.hidden()).containsExactly("DANGER");
        assertThat(sight.restricted()).containsExactly("AUTONOMIE");
        assertThat(sight.walled()).containsExactly("AUTONOMIE/MDPH");
    }

    @Test
    void keepsTheProtectedLaneApartFromBeingAnAgent() {
        Sight sight = Sight.of(viewer(Right.in(Kind.SUPERVISOR, "AUTONOMIE")), TOWN);

        assertThat(sight.own()).containsExactly("AUTONOMIE");
        assertThat(sight.protectedIn()).isEmpty();
        assertThat(sight.behindWalls()).isEmpty();
        assertThat(sight.knowsOfAll()).isFalse();
    }

    @Test
    void givesAnAdministratorNoTicket() {
        Sight sight = Sight.of(viewer(Right.everywhere(Kind.ADMINISTRATOR)), TOWN);

        assertThat(sight.own()).isEmpty();
        assertThat(sight.knowsOfAll()).isFalse();
    }

    @Test
    void letsOnlyTheLeadsOwnAgentsAct() {
        Viewer agent = viewer(Right.in(Kind.AGENT, "AUTONOMIE"));

        assertThat(agent.mayAct("AUTONOMIE", false)).isTrue();
        assertThat(agent.mayAct("AUTONOMIE", true)).isFalse();
        assertThat(agent.mayAct("VOIRIE", false)).isFalse();
    }

    @Test
    void refusesARightThatSaysTooMuchOrTooLittle() {
        assertThatThrownBy(() -> Right.everywhere(Kind.AGENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Right.in(Kind.SWITCHBOARD, "VOIRIE")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Right.in(Kind.WALLED, "VOIRIE")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Viewer viewer(Right... rights) {
        return new Viewer(UUID.randomUUID(), "anne", "Anne", Set.of(rights), List.of());
    }
}
