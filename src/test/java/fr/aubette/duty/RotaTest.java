package fr.aubette.duty;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.deadline.DeadlineSettings;
import fr.aubette.deadline.Deadlines;
import fr.aubette.settings.ConfigurationFolder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped rota: who is paged by day, at night, at the weekend and on a public holiday. */
class RotaTest {

    private final ConfigurationFolder folder = new ConfigurationFolder(Path.of("config"));
    private final Rota rota = folder.rota(folder.catalogue());
    private final Deadlines calendar = new Deadlines(new DeadlineSettings(false));

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T10:00, crip-jour",
        "2026-11-02T08:29, cadre-enfance-b",
        "2026-11-06T18:40, cadre-enfance-b",
        "2026-11-07T10:00, cadre-enfance-b",
        "2026-11-09T17:30, cadre-enfance-a",
        "2026-11-11T10:00, cadre-enfance-a",
        "2026-12-25T10:00, cadre-enfance-a",
        "2027-01-01T03:00, cadre-enfance-b"
    })
    void hasSomebodyOnDutyAtAnyHour(LocalDateTime at, String first) {
        List<Officer> chain = rota.onDuty("ENFANCE_FAMILLE", at, calendar::isHoliday);

        assertThat(chain).hasSizeGreaterThan(1);
        assertThat(chain.get(0).code()).isEqualTo(first);
    }

    @Test
    void coversEveryDirectorate() {
        LocalDateTime night = LocalDateTime.parse("2026-11-08T03:00");

        assertThat(folder.catalogue().directorates().keySet())
                .allSatisfy(code -> assertThat(rota.onDuty(code, night, calendar::isHoliday))
                        .isNotEmpty());
    }

    @Test
    void endsAShiftThatBeginsInTheEveningOnTheNextMorning() {
        Officer night = new Officer("n", "Nuit", "n@example.org", "", "");
        Shift shift = new Shift(
                java.util.Set.of(java.time.DayOfWeek.FRIDAY),
                false,
                java.time.LocalTime.of(18, 0),
                java.time.LocalTime.of(8, 0),
                java.util.Optional.empty(),
                List.of(night));

        assertThat(shift.covers(LocalDateTime.parse("2026-11-06T18:40"), day -> false))
                .isTrue();
        assertThat(shift.covers(LocalDateTime.parse("2026-11-07T07:59"), day -> false))
                .isTrue();
        assertThat(shift.covers(LocalDateTime.parse("2026-11-07T08:00"), day -> false))
                .isFalse();
        assertThat(shift.covers(LocalDateTime.parse("2026-11-08T07:00"), day -> false))
                .isFalse();
    }

    @Test
    void pagesAPagerBeforeATelephoneBeforeAMailbox() {
        Officer all = new Officer("a", "A", "a@example.org", "06 39 98 40 01", "bip@example.org");
        Officer phone = new Officer("a", "A", "a@example.org", "06 39 98 40 01", "");

        assertThat(all.target("{phone}@sms.example.org")).hasValue(new Officer.Target("pager", "bip@example.org"));
        assertThat(phone.target("{phone}@sms.example.org"))
                .hasValue(new Officer.Target("phone", "0639984001@sms.example.org"));
        assertThat(phone.target("")).hasValue(new Officer.Target("mail", "a@example.org"));
    }
}
