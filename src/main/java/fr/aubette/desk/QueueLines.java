package fr.aubette.desk;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.outbox.QueueDepth;
import fr.aubette.outbox.QueueDepths;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How each directorate's queue stands, and what of it was missed. */
@Component
class QueueLines {

    private final Catalogue catalogue;
    private final QueueDepths queues;
    private final UnreadMessages unread;
    private final Clock clock;

    QueueLines(Catalogue catalogue, QueueDepths queues, UnreadMessages unread, Clock clock) {
        this.catalogue = catalogue;
        this.queues = queues;
        this.unread = unread;
        this.clock = clock;
    }

    /** By label, those that work in the console only left out. */
    List<QueueLine> read() {
        Map<String, Long> missed = unread.counts();
        List<QueueDepth> depths = queues.read().orElse(List.of());
        return catalogue.directorates().values().stream()
                .filter(each -> each.takes() != Directorate.Takes.CONSOLE)
                .sorted(Comparator.comparing(Directorate::label))
                .map(each -> line(each, depths, missed.getOrDefault(each.code(), 0L)))
                .toList();
    }

    private QueueLine line(Directorate directorate, List<QueueDepth> depths, long missed) {
        Optional<QueueDepth> depth = depths.stream()
                .filter(each -> each.directorate().equals(directorate.code()))
                .findFirst();
        return new QueueLine(
                directorate.label(),
                depth.map(QueueDepth::messages),
                depth.flatMap(QueueDepth::oldest).map(clock.instant()::minus),
                depth.map(QueueDepth::readers),
                missed);
    }

    /**
     * One directorate.
     *
     * @param waiting messages in its queue; empty when that is not known
     * @param since when the first of them was sent
     * @param readers programs that listen
     * @param missed messages whose time ran out
     */
    record QueueLine(
            String directorate, Optional<Long> waiting, Optional<Instant> since, Optional<Long> readers, long missed) {}
}
