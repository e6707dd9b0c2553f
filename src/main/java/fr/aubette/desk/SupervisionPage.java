package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import fr.aubette.switchboard.Floor;
import fr.aubette.switchboard.PhoneDays.Day;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Live calls and queues; the page asks again every two seconds. */
@Page
class SupervisionPage {

    private static final String NOTHING = "—";

    private final Floor floor;
    private final Words words;
    private final DeskSettings settings;
    private final Clock clock;

    SupervisionPage(Floor floor, Words words, DeskSettings settings, Clock clock) {
        this.floor = floor;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    String show(Viewer viewer, Model model) {
        if (!viewer.watchesCalls()) {
            throw new AccessDeniedException("no supervisor");
        }
        List<LiveCall> calls = floor.calls(viewer);
        List<LiveMember> members = floor.members(viewer);
        List<Day> day =
                floor.day(viewer, words.today().atStartOfDay(settings.zone()).toInstant());
        model.addAttribute("down", floor.down());
        model.addAttribute("waiting", calls.stream().filter(LiveCall::waiting).count());
        model.addAttribute("longest", longest(calls));
        model.addAttribute(
                "talking",
                calls.stream().filter(each -> !each.talking().isEmpty()).count());
        long answered = day.stream().mapToLong(Day::answered).sum();
        long total = answered + day.stream().mapToLong(Day::lost).sum();
        model.addAttribute("answered", answered);
        model.addAttribute("total", total);
        model.addAttribute("rate", rate(answered, total));
        model.addAttribute("queues", queues(calls, members, day));
        model.addAttribute("calls", calls.stream().map(this::line).toList());
        model.addAttribute("people", people(members));
        return "desk/supervision";
    }

    private List<QueueLine> queues(List<LiveCall> calls, List<LiveMember> members, List<Day> day) {
        TreeSet<String> names = Stream.of(
                        calls.stream().flatMap(each -> each.queue().stream()),
                        members.stream().map(LiveMember::queue),
                        day.stream().map(Day::queue))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
        return names.stream().map(name -> queue(name, calls, members, day)).toList();
    }

    private QueueLine queue(String name, List<LiveCall> calls, List<LiveMember> members, List<Day> day) {
        List<LiveCall> own = calls.stream()
                .filter(each -> each.waiting() && each.queue().orElse("").equals(name))
                .toList();
        List<LiveMember> there =
                members.stream().filter(each -> each.queue().equals(name)).toList();
        List<Day> today = day.stream().filter(each -> each.queue().equals(name)).toList();
        long answered = today.stream().mapToLong(Day::answered).sum();
        long lost = today.stream().mapToLong(Day::lost).sum();
        long free = there.stream()
                .filter(each -> !each.paused() && each.device() == LiveMember.Device.FREE)
                .count();
        return new QueueLine(
                name, own.size(), longest(own), there.size(), free, answered, lost, rate(answered, answered + lost));
    }

    private String longest(Collection<LiveCall> calls) {
        return calls.stream()
                .filter(LiveCall::waiting)
                .flatMap(each -> each.queuedAt().stream())
                .min(Instant::compareTo)
                .map(this::since)
                .orElse(NOTHING);
    }

    private CallLine line(LiveCall call) {
        String state = !call.talking().isEmpty()
                ? "talking"
                : !call.ringing().isEmpty() ? "ringing" : call.waiting() ? "waiting" : "began";
        Collection<String> agents = call.talking().isEmpty() ? call.ringing() : call.talking();
        Instant from = call.waiting() ? call.queuedAt().orElse(call.beganAt()) : call.beganAt();
        return new CallLine(
                state,
                call.queue().orElse(""),
                agents.stream().sorted().collect(Collectors.joining(", ")),
                since(from));
    }

    private static List<PersonLine> people(List<LiveMember> members) {
        return members.stream()
                .collect(Collectors.groupingBy(LiveMember::extension, java.util.TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(each -> new PersonLine(
                        state(each.get(0)),
                        each.get(0).name().isBlank()
                                ? each.get(0).extension()
                                : each.get(0).name(),
                        each.stream().map(LiveMember::queue).distinct().collect(Collectors.joining(", "))))
                .toList();
    }

    private static String state(LiveMember member) {
        return member.paused() ? "paused" : member.device().name().toLowerCase(java.util.Locale.ROOT);
    }

    private String since(Instant at) {
        Duration wait = Duration.between(at, clock.instant());
        return words.lasting(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static String rate(long answered, long total) {
        return total == 0 ? NOTHING : Math.round(100.0 * answered / total) + " %";
    }

    /**
     * A queue; blank name: calls that went to no queue.
     *
     * @param longest wait at this moment
     */
    record QueueLine(
            String name, int waiting, String longest, int members, long free, long answered, long lost, String rate) {}

    /** A call under way. */
    record CallLine(String state, String queue, String agents, String since) {}

    /** A telephone in queues. */
    record PersonLine(String state, String name, String queues) {}
}
