package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.model.CallControl;
import fr.aubette.model.Refused;
import fr.aubette.switchboard.Telephones;
import fr.aubette.switchboard.Telephones.Telephone;
import fr.aubette.typed.PhoneNumbers;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Places calls from an agent's own telephone. */
@Component
class Placing {

    private final Telephones telephones;
    private final ObjectProvider<CallControl> control;

    Placing(Telephones telephones, ObjectProvider<CallControl> control) {
        this.telephones = telephones;
        this.control = control;
    }

    /** Whether she has a telephone of which the exchange takes orders. */
    boolean can(Viewer viewer) {
        return telephones.of(viewer.login()).flatMap(this::exchange).isPresent();
    }

    /**
     * Rings her telephone, then the citizen's.
     *
     * @throws Refused if she has no telephone, or the number is nobody's line
     */
    void place(Viewer viewer, String number) {
        Telephone own = telephones
                .of(viewer.login())
                .orElseThrow(() -> new Refused("Aucun poste ne vous est attribué : demandez à un administrateur."));
        CallControl exchange =
                exchange(own).orElseThrow(() -> new Refused("Le standard ne prend pas d'ordres pour le moment."));
        String line =
                PhoneNumbers.e164(number).orElseThrow(() -> new Refused("Ce numéro n'est pas celui d'une ligne."));
        exchange.place(own.line(), own.extension(), line);
    }

    private Optional<CallControl> exchange(Telephone telephone) {
        return control.stream().filter(each -> each.takes(telephone.line())).findFirst();
    }
}
