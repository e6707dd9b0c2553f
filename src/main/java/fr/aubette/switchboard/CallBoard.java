package fr.aubette.switchboard;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The calls under way and the telephones in the queues, as the exchanges of this hub tell them. */
@Component
public class CallBoard implements CallListener {

    /** More calls at once than this are not shown: the exchange's ends were lost. */
    private static final int MOST = 5_000;

    private final Map<CallKey, LiveCall> calls = new ConcurrentHashMap<>();
    private final Map<String, LiveMember> members = new ConcurrentHashMap<>();
    private final Map<String, Boolean> lines = new ConcurrentHashMap<>();
    private final Pops pops;

    CallBoard(Pops pops) {
        this.pops = pops;
    }

    @Override
    public void heard(LiveCall call) {
        CallKey key = CallKey.of(call);
        if (call.state() == LiveCall.State.ENDED) {
            calls.remove(key);
        } else if (calls.size() < MOST || calls.containsKey(key)) {
            calls.put(key, call);
        }
        pops.heard(call);
    }

    @Override
    public void heard(LiveMember member) {
        String key = member.line() + '\n' + member.queue() + '\n' + member.extension();
        if (member.member()) {
            members.put(key, member);
        } else {
            members.remove(key);
        }
    }

    @Override
    public void connected(String line, boolean connected) {
        lines.put(line, connected);
    }

    /** The calls under way, the oldest first. */
    public List<LiveCall> calls() {
        return calls.values().stream()
                .sorted(Comparator.comparing(LiveCall::beganAt).thenComparing(LiveCall::conversation))
                .toList();
    }

    public Optional<LiveCall> find(CallKey call) {
        return Optional.ofNullable(calls.get(call));
    }

    /** Telephones in queues, by queue and extension. */
    public List<LiveMember> members() {
        return members.values().stream()
                .sorted(Comparator.comparing(LiveMember::queue).thenComparing(LiveMember::extension))
                .toList();
    }

    /** Whether each exchange that was ever connected still is. */
    public Map<String, Boolean> lines() {
        return Map.copyOf(lines);
    }
}
