package fr.aubette.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The life of a request as far as its clocks are concerned: when it came, and every turn that it took.
 *
 * @param arrivals the contacts that may start clocks, whatever their order
 * @param turns oldest first
 */
public record Course(List<Arrival> arrivals, List<Turn> turns) {

    /**
     * A contact that asks.
     *
     * @param on the day it came into the institution; a letter's own, never that of its scan (CRPA L112-1)
     */
    public record Arrival(LocalDate on, ChannelKind channel) {}

    public Course {
        arrivals = arrivals.stream().sorted(Comparator.comparing(Arrival::on)).toList();
        turns = List.copyOf(turns);
    }

    /** A request that has just come. */
    public static Course of(LocalDate arrival, ChannelKind channel) {
        return new Course(List.of(new Arrival(arrival, channel)), List.of());
    }

    /** Whether it was answered at first level, and not opened again since. */
    public boolean settled() {
        return last(Set.of(Turn.Kind.SETTLED, Turn.Kind.REOPENED))
                .filter(turn -> turn.kind() == Turn.Kind.SETTLED)
                .isPresent();
    }

    /** The day of its last transfer; empty when it was given back since. */
    public Optional<Turn> transferred() {
        return last(Set.of(Turn.Kind.TRANSFERRED, Turn.Kind.RETURNED))
                .filter(turn -> turn.kind() == Turn.Kind.TRANSFERRED);
    }

    /** The first turn of this kind after the last transfer. */
    public Optional<Turn> sinceTransfer(Turn.Kind kind) {
        return transferred()
                .flatMap(sent -> turns.subList(turns.lastIndexOf(sent), turns.size()).stream()
                        .filter(turn -> turn.kind() == kind)
                        .findFirst());
    }

    /** The first day that any institution had it; empty when that was us. */
    public Optional<LocalDate> firstSeized() {
        return last(Set.of(Turn.Kind.FIRST_SEIZED)).map(Turn::on);
    }

    public boolean has(Turn.Kind kind) {
        return turns.stream().anyMatch(turn -> turn.kind() == kind);
    }

    /** Kinds of deadlines that were met and are not owed again. */
    public Set<String> met() {
        Set<String> met = new TreeSet<>();
        for (Turn turn : turns) {
            if (turn.kind() == Turn.Kind.MET) {
                met.addAll(turn.kinds());
            } else if (turn.kind() == Turn.Kind.OWED_AGAIN) {
                met.removeAll(turn.kinds());
            }
        }
        return met;
    }

    /** The last turn of one of these kinds. */
    public Optional<Turn> last(Set<Turn.Kind> kinds) {
        return turns.stream().filter(turn -> kinds.contains(turn.kind())).reduce((former, latter) -> latter);
    }

    /** Times for which pieces were missing, in order; each demand that was withdrawn is left out. */
    public List<Missing> missing() {
        List<Missing> missing = new java.util.ArrayList<>();
        for (Turn turn : turns) {
            if (turn.kind() == Turn.Kind.PIECES_ASKED) {
                missing.add(new Missing(turn.on(), turn.until().orElse(turn.on()), Optional.empty()));
            } else if (turn.kind() == Turn.Kind.PIECES_NOT_ASKED && !missing.isEmpty()) {
                missing.remove(missing.size() - 1);
            } else if (turn.kind() == Turn.Kind.COMPLETE) {
                missing.replaceAll(each -> each.completed(turn.on()));
            }
        }
        return missing;
    }

    /**
     * A time for which pieces were missing.
     *
     * @param asked the day the citizen was told
     * @param limit the last day that she was given
     * @param complete the day the last piece came; empty while one is missing
     */
    public record Missing(LocalDate asked, LocalDate limit, Optional<LocalDate> complete) {

        Missing completed(LocalDate day) {
            return complete.isPresent() ? this : new Missing(asked, limit, Optional.of(day));
        }

        /** The day on which the rejection's clock goes on: the pieces', at the latest the limit's. */
        public LocalDate end() {
            LocalDate end = complete.filter(day -> day.isBefore(limit)).orElse(limit);
            return end.isBefore(asked) ? asked : end;
        }
    }
}
