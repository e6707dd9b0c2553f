package fr.aubette.receive.phone;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import java.util.List;

/** Tells several as one. */
record AllListeners(List<CallListener> each) implements CallListener {

    @Override
    public void heard(LiveCall call) {
        each.forEach(one -> one.heard(call));
    }

    @Override
    public void heard(LiveMember member) {
        each.forEach(one -> one.heard(member));
    }

    @Override
    public void connected(String line, boolean connected) {
        each.forEach(one -> one.connected(line, connected));
    }
}
