package fr.aubette.outbox;

import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveCall.State;
import fr.aubette.model.LiveMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What goes on at the exchanges that this hub listens to, for a hub that has just come; and at those of others. */
final class HubCalls {

    private final Map<String, LiveCall> own = new ConcurrentHashMap<>();
    private final Map<String, LiveMember> members = new ConcurrentHashMap<>();
    private final Map<String, Boolean> lines = new ConcurrentHashMap<>();
    private final Map<String, LiveCall> theirs = new ConcurrentHashMap<>();

    void own(LiveCall call) {
        note(own, call);
    }

    void own(LiveMember member) {
        members.put(member.line() + '\n' + member.queue() + '\n' + member.extension(), member);
    }

    void own(String line, boolean up) {
        lines.put(line, up);
    }

    void theirs(LiveCall call) {
        note(theirs, call);
    }

    private static void note(Map<String, LiveCall> calls, LiveCall call) {
        String key = call.line() + '\n' + call.conversation();
        if (call.state() == State.ENDED) {
            calls.remove(key);
        } else {
            calls.put(key, call);
        }
    }

    /** All that this hub knows at first hand. */
    List<HubWord> all() {
        List<HubWord> words = new ArrayList<>();
        lines.forEach((line, up) -> words.add(HubWord.of(line, up)));
        members.values().forEach(member -> words.add(HubWord.of(member)));
        own.values().forEach(call -> words.add(HubWord.of(call)));
        return words;
    }

    /**
     * This hub has taken over the line: what the other one told of its calls is over, those that go on are told anew.
     */
    List<LiveCall> takeOver(String line) {
        List<LiveCall> over = theirs.values().stream()
                .filter(call -> call.line().equals(line))
                .map(LiveCall::ended)
                .toList();
        over.forEach(this::theirs);
        return over;
    }
}
