package fr.aubette.deadline;

import fr.aubette.model.Course;
import fr.aubette.model.Course.Missing;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive.Clock;
import fr.aubette.model.Motive.Clock.Transfer;
import fr.aubette.model.Turn;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts one time limit through what happened to its request. */
final class Counting {

    /** Adds a delay to a day. */
    @FunctionalInterface
    interface Delay {
        LocalDate after(LocalDate from, int amount, Clock.Unit unit);
    }

    private final Clock clock;
    private final Course course;
    private final Delay delay;

    Counting(Clock clock, Course course, Delay delay) {
        this.clock = clock;
        this.course = course;
        this.delay = delay;
    }

    /** From the day of arrival with us; empty when it is no longer ours. */
    Optional<Deadline> from(LocalDate arrival) {
        Optional<Turn> sent = course.transferred();
        if (sent.isPresent() && clock.transfer() == Transfer.ENDS) {
            return Optional.empty();
        }
        if (sent.isPresent() && clock.transfer() == Transfer.COMPETENT) {
            return Optional.of(competent(sent.get()));
        }
        Start start = start(arrival, sent);
        return Optional.of(
                switch (clock.incomplete()) {
                    case RUNS -> plain(start);
                    case SUSPENDS -> suspended(start);
                    case RESTARTS -> restarted(start);
                });
    }

    /**
     * Where the count begins.
     *
     * @param said the same in words, with what explains it
     */
    private record Start(LocalDate on, String said, String because) {}

    /** A rejection is counted from whoever had it first, be it us or the institution that passed it on (L114-3). */
    private Start start(LocalDate arrival, Optional<Turn> sent) {
        if (clock.transfer() == Transfer.FIRST && course.firstSeized().isPresent()) {
            LocalDate first = course.firstSeized().get();
            return new Start(
                    first,
                    "Arrivée le " + Wording.day(first) + " dans l'institution saisie en premier",
                    " ; arrivée chez nous le " + Wording.day(arrival) + " (CRPA L114-3)");
        }
        String because = clock.transfer() == Transfer.FIRST
                ? sent.map(turn -> " ; court depuis notre réception malgré la transmission du " + Wording.day(turn.on())
                                + " (CRPA L114-3)")
                        .orElse("")
                : "";
        return new Start(arrival, "Arrivée le " + Wording.day(arrival), because);
    }

    /** An acceptance waits until the competent institution has it. */
    private Deadline competent(Turn sent) {
        Optional<Turn> received = course.sinceTransfer(Turn.Kind.PARTNER_RECEIVED);
        if (received.isPresent()) {
            LocalDate day = received.get().on();
            return plain(
                    new Start(day, "Reçue le " + Wording.day(day) + " par l'institution compétente", " (CRPA L114-3)"));
        }
        String said = "Transmise le " + Wording.day(sent.on());
        return resting(
                new Start(
                        sent.on(),
                        said,
                        " ; ne court qu'à compter de la réception par l'institution compétente (CRPA L114-3)"),
                sent.on(),
                LocalDate.MAX);
    }

    private Deadline plain(Start start) {
        return deadline(due(start.on()), said(start), Optional.empty());
    }

    private Deadline resting(Start start, LocalDate from, LocalDate until) {
        return deadline(due(from), said(start), Optional.of(until));
    }

    /** The time given for the pieces is added; what is asked for after its end comes too late. */
    private Deadline suspended(Start start) {
        LocalDate due = due(start.on());
        StringBuilder said = new StringBuilder(said(start));
        Optional<LocalDate> rests = Optional.empty();
        LocalDate counted = start.on();
        for (Missing missing : course.missing()) {
            LocalDate from = missing.asked().isBefore(counted) ? counted : missing.asked();
            long days = ChronoUnit.DAYS.between(from, missing.end());
            if (!missing.asked().isAfter(due) && days > 0) {
                due = due.plusDays(days);
                counted = missing.end();
                rests = Optional.of(missing.end());
                said.append(" ; suspendue ")
                        .append(Wording.days(days))
                        .append(", du ")
                        .append(Wording.day(from))
                        .append(" au ")
                        .append(Wording.day(missing.end()))
                        .append(" (CRPA L114-5)");
            }
        }
        return deadline(due, said.toString(), rests);
    }

    /** Begins when all pieces are there; a demand that comes after its end changes nothing. */
    private Deadline restarted(Start first) {
        Start start = first;
        for (Missing missing : course.missing()) {
            if (missing.asked().isAfter(due(start.on()))) {
                break;
            }
            if (missing.complete().isEmpty()) {
                return resting(
                        new Start(
                                missing.limit(),
                                "Dossier incomplet depuis le " + Wording.day(missing.asked()) + ", pièces attendues le "
                                        + Wording.day(missing.limit()),
                                first.because() + " ; ne court qu'à compter du dossier complet (CRPA L114-5)"),
                        missing.limit(),
                        LocalDate.MAX);
            }
            LocalDate complete = missing.complete().get();
            if (complete.isAfter(start.on())) {
                start = new Start(
                        complete, "Dossier complet le " + Wording.day(complete), first.because() + " (CRPA L114-5)");
            }
        }
        return plain(start);
    }

    private LocalDate due(LocalDate from) {
        return delay.after(from, clock.amount(), clock.unit());
    }

    private String said(Start start) {
        return start.said() + ", plus " + Wording.delay(clock) + start.because();
    }

    private Deadline deadline(LocalDate due, String reason, Optional<LocalDate> rests) {
        Optional<LocalDate> warn = clock.warn() == 0 ? Optional.empty() : Optional.of(due.minusDays(clock.warn()));
        return new Deadline(clock.kind(), due, clock.article(), reason, warn, rests);
    }
}
