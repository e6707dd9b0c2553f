package fr.aubette.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.duty.Officer;
import fr.aubette.duty.Rota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on duty can be reached; otherwise the file is refused, for nobody would notice at night. */
class DutyFileTest {

    private static final String DESK = "\ndesks: {enfance: {directorates: [ENFANCE_FAMILLE], otherwise: [garde]}}\n";

    @TempDir
    Path folder;

    @Test
    void refusesATelephoneThatNothingCanCall() {
        assertThatThrownBy(() -> read("people: {garde: {name: Garde, phone: \"06 39 98 40 01\"}}"))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageContaining("nobody who can be reached")
                .hasMessageContaining("text-messages");
    }

    @Test
    void takesATelephoneWithAGatewayToTextMessages() throws IOException {
        assertThat(read("text-messages: \"{phone}@sms.example.org\"\n"
                                + "people: {garde: {name: Garde, phone: \"06 39 98 40 01\"}}")
                        .onDuty("ENFANCE_FAMILLE", LocalDateTime.of(2026, 8, 15, 3, 0), day -> true))
                .extracting(Officer::code)
                .containsExactly("garde");
    }

    @Test
    void refusesSomebodyWithoutAnyAddress() {
        assertThatThrownBy(() -> read("people: {garde: {name: Garde}}")).hasMessageContaining("nobody who can be");
    }

    private Rota read(String people) throws IOException {
        Files.writeString(folder.resolve("duty.yaml"), people + DESK);
        Problems problems = new Problems();
        Rota rota = DutyFile.read(folder, Set.of("ENFANCE_FAMILLE"), problems);
        problems.stopIfAny();
        return rota;
    }
}
