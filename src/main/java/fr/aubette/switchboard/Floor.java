package fr.aubette.switchboard;

import fr.aubette.access.Viewer;
import fr.aubette.model.Catalogue;
import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import fr.aubette.switchboard.PhoneDays.Day;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How calls go at this moment and went today, for supervisors: queues and telephones, never who calls. */
@Component
public class Floor {

    /** How long the day's counts are shown before they are counted again. */
    private static final Duration COUNTED_FOR = Duration.ofSeconds(5);

    private final CallBoard board;
    private final PhoneDays days;
    private final Probably probably;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.MIN, Instant.MIN, List.of());

    Floor(CallBoard board, PhoneDays days, Probably probably, Catalogue catalogue, Clock clock) {
        this.board = board;
        this.days = days;
        this.probably = probably;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Calls of citizens under way, those of restricted queues for those who see them only. */
    public List<LiveCall> calls(Viewer viewer) {
        return board.calls().stream()
                .filter(each -> each.direction() == LiveCall.Direction.INCOMING)
                .filter(each -> sees(viewer, each.dialled(), each.queue()))
                .toList();
    }

    /** Telephones in queues that she sees. */
    public List<LiveMember> members(Viewer viewer) {
        return board.members().stream()
                .filter(each -> sees(viewer, "", Optional.of(each.queue())))
                .toList();
    }

    /** Today's calls, from this moment on. */
    public List<Day> day(Viewer viewer, Instant start) {
        Instant now = clock.instant();
        Counted last = counted;
        if (!last.start().equals(start) || now.isAfter(last.until())) {
            last = new Counted(start, now.plus(COUNTED_FOR), days.since(start));
            counted = last;
        }
        return last.days().stream()
                .filter(each ->
                        sees(viewer, each.dialled(), Optional.of(each.queue()).filter(name -> !name.isEmpty())))
                .toList();
    }

    /** Exchanges that were connected and are not. */
    public List<String> down() {
        return board.lines().entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** That somebody calls where one calls for help is itself to be kept. */
    private boolean sees(Viewer viewer, String dialled, Optional<String> queue) {
        return Optional.ofNullable(catalogue.motives().get(probably.about(dialled, queue)))
                .filter(each -> each.protectedLane() || each.hidden())
                .map(each -> viewer.protectedIn().contains(each.directorate()))
                .orElse(true);
    }

    private record Counted(Instant start, Instant until, List<Day> days) {}
}
