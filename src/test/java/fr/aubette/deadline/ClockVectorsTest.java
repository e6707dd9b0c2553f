package fr.aubette.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Course;
import fr.aubette.model.Course.Arrival;
import fr.aubette.model.Deadline;
import fr.aubette.model.Motive;
import fr.aubette.model.Turn;
import fr.aubette.settings.ConfigurationFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dates of {@code src/test/resources/deadline/clocks.txt}, counted by hand, with the motives that ship. */
class ClockVectorsTest {

    private static final Path TABLE = Path.of("src/test/resources/deadline/clocks.txt");
    private static final Map<String, Motive> MOTIVES =
            new ConfigurationFolder(Path.of("config")).catalogue().motives();
    private static final Deadlines FRANCE = new Deadlines(new DeadlineSettings(false));
    private static final Deadlines ALSACE = new Deadlines(new DeadlineSettings(true));

    /** One line of the table. */
    record Vector(
            String what,
            String motive,
            String calendar,
            String course,
            String kind,
            String due,
            String rests,
            String article) {

        static Vector of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(8);
            List<String> all = Stream.of(cells).map(String::strip).toList();
            return new Vector(
                    all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6), all.get(7));
        }

        @Override
        public String toString() {
            return what + " (" + article + ")";
        }
    }

    static List<Vector> vectors() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Vector::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void endsOnTheDayCountedByHand(Vector vector) {
        Deadlines calendar = vector.calendar().equals("als") ? ALSACE : FRANCE;
        Motive motive = Optional.ofNullable(MOTIVES.get(vector.motive())).orElseThrow();

        Optional<Deadline> found = calendar.of(motive, course(vector.course())).stream()
                .filter(each -> each.kind().equals(vector.kind()))
                .findFirst();

        assertThat(found.map(each -> each.dueOn().toString()).orElse("-")).isEqualTo(vector.due());
        assertThat(found.flatMap(Deadline::restsUntil)
                        .map(day -> day.equals(LocalDate.MAX) ? "never" : day.toString())
                        .orElse(""))
                .isEqualTo(vector.rests());
        found.ifPresent(each -> {
            assertThat(each.article()).isEqualTo(vector.article());
            assertThat(each.reason()).isNotBlank();
            assertThat(each.warnOn().orElse(each.dueOn())).isBeforeOrEqualTo(each.dueOn());
        });
    }

    @Test
    void areManyAndOfManyArticles() throws IOException {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(vectors().stream().map(Vector::article).distinct()).hasSizeGreaterThanOrEqualTo(15);
    }

    private static Course course(String written) {
        List<Arrival> arrivals = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        for (String step : written.split(" > ")) {
            String[] words = step.strip().split("[ @]");
            Optional<ChannelKind> channel = channel(words[0]);
            channel.ifPresent(kind -> arrivals.add(new Arrival(day(words[1]), kind)));
            if (channel.isEmpty()) {
                turns.add(turn(words));
            }
        }
        return new Course(arrivals, turns);
    }

    private static Optional<ChannelKind> channel(String word) {
        return Stream.of(ChannelKind.values())
                .filter(kind -> kind.code().equals(word))
                .findFirst();
    }

    private static LocalDate day(String written) {
        return written.contains("T") ? Deadlines.day(Instant.parse(written)) : LocalDate.parse(written);
    }

    private static Turn turn(String[] words) {
        String[] days = words[1].split("\\.\\.");
        LocalDate on = LocalDate.parse(days[0]);
        return switch (words[0]) {
            case "asked" -> Turn.until(Turn.Kind.PIECES_ASKED, on, LocalDate.parse(days[1]));
            case "notasked" -> Turn.on(Turn.Kind.PIECES_NOT_ASKED, on);
            case "first" -> Turn.on(Turn.Kind.FIRST_SEIZED, on);
            case "transferred" -> Turn.transferred(on, LocalDate.parse(days[1]), "CASF L122-4");
            case "received" -> Turn.on(Turn.Kind.PARTNER_RECEIVED, on);
            case "accepted" -> Turn.on(Turn.Kind.PARTNER_ACCEPTED, on);
            case "held" -> Turn.until(Turn.Kind.HELD, on, LocalDate.parse(days[1]));
            case "met" -> Turn.of(Turn.Kind.MET, on, Set.of(words[2].split(",")));
            case "owed" -> Turn.of(Turn.Kind.OWED_AGAIN, on, Set.of(words[2].split(",")));
            default -> Turn.on(Turn.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), on);
        };
    }
}
