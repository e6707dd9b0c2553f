package fr.aubette.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.ami.AmiLog;
import fr.aubette.ami.CallFold;
import fr.aubette.model.Phone;
import fr.aubette.switchboard.Telephones;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where those sit who try the demonstration. */
class DemoSeatsTest {

    private final Seats seats = new Seats();
    private final DemoSeats demo = new DemoSeats(seats);

    @Test
    void areTheTelephonesThatTheRecordedCallsRing() throws IOException {
        demo.seat("anne");
        demo.seat("anne");
        demo.seat("paul");

        assertThat(seats.all()).extracting(Telephones.Telephone::extension).containsExactly("101", "102");
        assertThat(rung()).contains("101", "102", "103");
    }

    @Test
    void areLeftAsAnAdministratorChose() {
        seats.seat(new Telephones.Telephone("anne", "autre", "7"));
        demo.seat("anne");
        assertThat(seats.of("anne")).map(Telephones.Telephone::extension).contains("7");
    }

    @Test
    void areNoMoreThanTheRecordingsHave() {
        List.of("a", "b", "c", "d").forEach(demo::seat);
        assertThat(seats.all()).hasSize(3);
    }

    private static List<String> rung() throws IOException {
        List<String> rung = new ArrayList<>();
        for (String call : DemoSwitchboard.CALLS) {
            try (InputStream in =
                    Objects.requireNonNull(DemoSeatsTest.class.getResourceAsStream("/" + call + ".ami"))) {
                for (var told : AmiLog.read(new ByteArrayInputStream(in.readAllBytes()), Instant.now())
                        .conversations()) {
                    CallFold.of(told.bytes(), told.callId(), told.startedAt())
                            .map(Phone::agentsRung)
                            .ifPresent(rung::addAll);
                }
            }
        }
        return rung;
    }

    private static final class Seats implements Telephones {

        private final List<Telephone> all = new ArrayList<>();

        @Override
        public Optional<String> at(String line, String extension) {
            return all.stream()
                    .filter(each -> each.line().equals(line) && each.extension().equals(extension))
                    .map(Telephone::login)
                    .findFirst();
        }

        @Override
        public Optional<Telephone> of(String login) {
            return all.stream().filter(each -> each.login().equals(login)).findFirst();
        }

        @Override
        public List<Telephone> all() {
            return List.copyOf(all);
        }

        @Override
        public void seat(Telephone telephone) {
            all.add(telephone);
        }

        @Override
        public void leave(String login) {
            all.removeIf(each -> each.login().equals(login));
        }
    }
}
