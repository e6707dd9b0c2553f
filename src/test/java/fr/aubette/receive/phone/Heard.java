package fr.aubette.receive.phone;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import java.util.List;

/** Keeps what is said of calls, in the order in which it is said. */
record Heard(List<LiveCall> calls) implements CallListener {

    @Override
    public void heard(LiveCall call) {
        calls.add(call);
    }

    @Override
    public void heard(LiveMember member) {}

    @Override
    public void connected(String line, boolean connected) {}
}
