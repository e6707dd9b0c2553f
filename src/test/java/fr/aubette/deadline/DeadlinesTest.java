package fr.aubette.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import fr.aubette.model.Motive.Clock;
import fr.aubette.model.Motive.Clock.Starts;
import fr.aubette.model.Motive.Clock.Unit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines(new DeadlineSettings(false));

    @Test
    void countsTheRejectionOfAnAppealFromItsArrivalNotFromItsScan() {
        Motive appeal = motive(new Clock("IMPLIED_REJECTION", 2, Unit.MONTHS, "CRPA L231-4"));

        assertThat(deadlines.of(appeal, LocalDate.of(2026, 10, 30), ChannelKind.LETTER))
                .containsExactly(new Deadline(
                        "IMPLIED_REJECTION",
                        LocalDate.of(2026, 12, 30),
                        "CRPA L231-4",
                        "Arrivée le 30/10/2026, plus 2 mois de date à date"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-30, 1, WORKING_DAYS, 2026-11-02", // over All Saints' Sunday
        "2026-10-30, 10, WORKING_DAYS, 2026-11-16", // over the eleventh of November
        "2026-11-10, 1, WORKING_DAYS, 2026-11-12",
        "2026-04-03, 1, WORKING_DAYS, 2026-04-07", // Good Friday to Tuesday, over Easter Monday
        "2026-05-13, 1, WORKING_DAYS, 2026-05-15", // over Ascension Day
        "2026-05-22, 1, WORKING_DAYS, 2026-05-26", // over Whit Monday
        "2026-12-31, 2, MONTHS, 2027-02-28", // the month has no such day
        "2027-12-31, 2, MONTHS, 2028-02-29",
        "2026-01-31, 1, MONTHS, 2026-02-28",
        "2026-10-30, 14, DAYS, 2026-11-13"
    })
    void endsOnTheDayCountedByHand(LocalDate from, int amount, Unit unit, LocalDate expected) {
        assertThat(deadlines.after(from, amount, unit)).isEqualTo(expected);
    }

    @Test
    void leavesOutTheHolidaysOfAlsaceAndMoselleOnlyThere() {
        Deadlines strasbourg = new Deadlines(new DeadlineSettings(true));
        LocalDate thursday = LocalDate.of(2026, 4, 2);

        assertThat(deadlines.after(thursday, 1, Unit.WORKING_DAYS)).isEqualTo("2026-04-03");
        assertThat(strasbourg.after(thursday, 1, Unit.WORKING_DAYS)).isEqualTo("2026-04-07");
    }

    @Test
    void startsOnlyTheClocksOfTheChannel() {
        Motive motive = motive(
                new Clock("AEE", 1, Unit.WORKING_DAYS, "a", Starts.ELECTRONIC),
                new Clock("REJECTION", 2, Unit.MONTHS, "b", Starts.WRITTEN),
                new Clock("RECEIPT", 14, Unit.DAYS, "c", Starts.PAPER),
                new Clock("EVALUATION", 3, Unit.MONTHS, "d", Starts.ANY));

        assertThat(kinds(motive, ChannelKind.MAIL)).containsExactly("AEE", "REJECTION", "EVALUATION");
        assertThat(kinds(motive, ChannelKind.LETTER)).containsExactly("REJECTION", "RECEIPT", "EVALUATION");
        assertThat(kinds(motive, ChannelKind.COUNTER)).containsExactly("EVALUATION");
    }

    private List<String> kinds(Motive motive, ChannelKind channel) {
        return deadlines.of(motive, LocalDate.of(2026, 10, 30), channel).stream()
                .map(Deadline::kind)
                .toList();
    }

    private static Motive motive(Clock... clocks) {
        return new Motive("RSA_RECOURS", "Recours", "INSERTION", "RSA", List.of(), false, false, List.of(clocks));
    }
}
