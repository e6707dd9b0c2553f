package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.access.Viewers;
import fr.aubette.live.Pushes;
import fr.aubette.model.Catalogue;
import fr.aubette.model.LiveCall;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.Pop.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Puts a call on the screen of the agent whose telephone rings, and on no other, and takes it away again. */
@Component
public class Pops {

    /** Name of the push that brings a call's card. */
    private static final String CARD = "call";
    /** Name of the push that takes it away: somebody else answered, or nobody does. */
    private static final String GONE = "call-gone";
    /** Name of the push that says that it is over: what is being written stays. */
    private static final String OVER = "call-over";

    /** Name of the push that says that its form is finished. */
    private static final String DONE = "call-done";

    private final Telephones telephones;
    private final Callers callers;
    private final CallForms forms;
    private final Probably probably;
    private final Viewers viewers;
    private final Catalogue catalogue;
    private final Pushes pushes;
    private final Face face;
    private final Map<CallKey, Set<String>> shown = new ConcurrentHashMap<>();
    private final Lanes lanes = new Lanes("call-screen", 4);

    Pops(
            Telephones telephones,
            Callers callers,
            CallForms forms,
            Probably probably,
            Viewers viewers,
            Catalogue catalogue,
            Pushes pushes,
            Face face) {
        this.telephones = telephones;
        this.callers = callers;
        this.forms = forms;
        this.probably = probably;
        this.viewers = viewers;
        this.catalogue = catalogue;
        this.pushes = pushes;
        this.face = face;
    }

    /** Returns at once; each telephone's screen follows in the order of its events. */
    void heard(LiveCall call) {
        switch (call.state()) {
            case BEGAN -> callers.expect(call);
            case RINGING -> atIncoming(call, () -> ring(call));
            case RINGS_NO_MORE -> atTelephone(call, () -> gone(call));
            case ANSWERED -> atTelephone(call, () -> answered(call));
            case LEFT_BY_AGENT -> atTelephone(call, () -> over(call, agent(call)));
            case ENDED -> ended(call);
            case WAITING, LEFT_QUEUE -> {}
        }
    }

    private void atIncoming(LiveCall call, Runnable work) {
        if (call.direction() == LiveCall.Direction.INCOMING) {
            atTelephone(call, work);
        }
    }

    private void atTelephone(LiveCall call, Runnable work) {
        call.agent().ifPresent(extension -> {
            shown.computeIfAbsent(CallKey.of(call), key -> ConcurrentHashMap.newKeySet())
                    .add(extension);
            lanes.later(lane(call, extension), work);
        });
    }

    private static String lane(LiveCall call, String extension) {
        return call.line() + '\n' + extension;
    }

    private void ring(LiveCall call) {
        show(call, agent(call), State.RINGING);
    }

    private void answered(LiveCall call) {
        telephones.at(call.line(), agent(call)).ifPresent(login -> {
            forms.open(blank(call, login));
            show(call, agent(call), State.TALKING);
        });
    }

    private void gone(LiveCall call) {
        String extension = agent(call);
        if (!call.talking().contains(extension)) {
            tell(call, extension, GONE);
        }
    }

    private void over(LiveCall call, String extension) {
        tell(call, extension, OVER);
    }

    private void ended(LiveCall call) {
        CallKey key = CallKey.of(call);
        Set<String> extensions = shown.remove(key);
        callers.forget(key);
        if (extensions != null) {
            extensions.forEach(each -> lanes.later(lane(call, each), () -> over(call, each)));
            lanes.later(key.code(), () -> forms.over(key));
        }
    }

    private void tell(LiveCall call, String extension, String event) {
        telephones.at(call.line(), extension).ifPresent(login -> tell(CallKey.of(call), login, event));
    }

    void done(CallKey call, String login) {
        tell(call, login, DONE);
    }

    private void tell(CallKey call, String login, String event) {
        pushes.languages(login).forEach(language -> pushes.push(login, language, event, call.code()));
    }

    private void show(LiveCall call, String extension, State state) {
        telephones.at(call.line(), extension).flatMap(viewers::find).ifPresent(viewer -> {
            Set<Locale> languages = pushes.languages(viewer.login());
            if (!languages.isEmpty()) {
                Pop pop = pop(call, viewer, state);
                languages.forEach(each -> pushes.push(viewer.login(), each, CARD, face.card(pop, viewer, each)));
            }
        });
    }

    private CallForm blank(LiveCall call, String login) {
        return new CallForm(
                CallKey.of(call),
                login,
                call.at(),
                Callers.number(call),
                call.dialled(),
                call.queue(),
                call.direction() == LiveCall.Direction.OUTGOING,
                Said.about(probably.about(call.dialled(), call.queue())),
                Optional.empty(),
                Optional.empty());
    }

    /** A call as this agent may see it now. */
    Pop pop(LiveCall call, Viewer viewer, State state) {
        return pop(blank(call, viewer.login()), call.beganAt(), call.withheld(), viewer, state);
    }

    /** The call of a form that she has not finished. */
    Pop pop(CallForm form, Viewer viewer, State state) {
        return pop(form, form.openedAt(), form.number().isEmpty(), viewer, state);
    }

    private Pop pop(CallForm about, Instant beganAt, boolean withheld, Viewer viewer, State state) {
        List<CallForm> written = forms.of(about.call());
        Predicate<CallForm> own = each -> each.login().equals(viewer.login());
        return new Pop(
                about.call(),
                state,
                about.outgoing(),
                about.number(),
                withheld,
                about.dialled(),
                about.queue(),
                beganAt,
                callers.seen(about.number(), about.call(), Sight.of(viewer, catalogue)),
                written.stream()
                        .filter(own)
                        .filter(each -> each.doneAt().isEmpty())
                        .findFirst(),
                written.stream()
                        .filter(own.negate())
                        .filter(each -> !each.said().note().isBlank())
                        .toList());
    }

    private static String agent(LiveCall call) {
        return call.agent().orElseThrow();
    }
}
