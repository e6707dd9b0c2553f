package fr.aubette.desk;

import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveCall.Direction;
import fr.aubette.model.LiveCall.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One invented call, told moment by moment as an exchange tells it. */
final class CallScene {

    private final String conversation;
    private final String number;
    private final Instant began = Instant.now().minusSeconds(4);
    private String queue = "autonomie";

    CallScene(String conversation, String number) {
        this.conversation = conversation;
        this.number = number;
    }

    CallScene inQueue(String name) {
        queue = name;
        return this;
    }

    LiveCall began() {
        return call(State.BEGAN, "", Set.of(), Set.of());
    }

    LiveCall waiting() {
        return call(State.WAITING, "", Set.of(), Set.of());
    }

    LiveCall rings(String extension) {
        return call(State.RINGING, extension, Set.of(extension), Set.of());
    }

    LiveCall ringsNoMore(String extension) {
        return call(State.RINGS_NO_MORE, extension, Set.of(), Set.of());
    }

    LiveCall answered(String extension) {
        return call(State.ANSWERED, extension, Set.of(), Set.of(extension));
    }

    LiveCall ended() {
        return call(State.ENDED, "", Set.of(), Set.of());
    }

    private LiveCall call(State state, String agent, Set<String> ringing, Set<String> talking) {
        return new LiveCall(
                "standard",
                conversation,
                state,
                Optional.of(agent).filter(each -> !each.isEmpty()),
                Direction.INCOMING,
                Optional.of(number).filter(each -> !each.isEmpty()),
                number.isEmpty(),
                "0199000000",
                Optional.of(queue),
                state == State.WAITING,
                ringing,
                talking,
                began,
                state == State.WAITING ? Optional.of(began.plusSeconds(1)) : Optional.empty(),
                Instant.now());
    }
}
