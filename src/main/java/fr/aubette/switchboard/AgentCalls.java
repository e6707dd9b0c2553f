package fr.aubette.switchboard;

import fr.aubette.access.Viewer;
import fr.aubette.model.LiveCall;
import fr.aubette.switchboard.Pop.State;
import fr.aubette.switchboard.Telephones.Telephone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * All that an agent's screen shows of calls, for a page that has just opened: what rings, and what she has not
 * finished.
 */
@Component
public class AgentCalls {

    private final CallBoard board;
    private final Telephones telephones;
    private final CallForms forms;
    private final Pops pops;

    AgentCalls(CallBoard board, Telephones telephones, CallForms forms, Pops pops) {
        this.board = board;
        this.telephones = telephones;
        this.forms = forms;
        this.pops = pops;
    }

    /** The ringing first, then the unfinished, oldest first. */
    public List<Pop> of(Viewer viewer) {
        Optional<Telephone> telephone = telephones.of(viewer.login());
        List<Pop> shown = new ArrayList<>();
        telephone.ifPresent(own -> board.calls().stream()
                .filter(call -> call.direction() == LiveCall.Direction.INCOMING)
                .filter(call -> call.line().equals(own.line()) && call.ringing().contains(own.extension()))
                .forEach(call -> shown.add(pops.pop(call, viewer, State.RINGING))));
        forms.unfinished(viewer.login()).forEach(form -> shown.add(pops.pop(form, viewer, state(form, telephone))));
        return shown;
    }

    /** The telephone at which she speaks in this call; empty when she does not. */
    public Optional<Telephone> speaking(CallKey call, Viewer viewer) {
        return telephones.of(viewer.login()).filter(own -> speaks(call, own));
    }

    /** Takes a finished form off her other pages. */
    public void finished(CallKey call, Viewer viewer) {
        pops.done(call, viewer.login());
    }

    private State state(CallForm form, Optional<Telephone> telephone) {
        return telephone.filter(own -> speaks(form.call(), own)).isPresent() ? State.TALKING : State.OVER;
    }

    private boolean speaks(CallKey call, Telephone own) {
        return own.line().equals(call.line())
                && board.find(call)
                        .filter(each -> each.talking().contains(own.extension()))
                        .isPresent();
    }
}
