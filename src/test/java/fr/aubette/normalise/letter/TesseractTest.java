package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {

    @TempDir
    Path folder;

    @Test
    void reads_a_faxed_letter() throws IOException {
        Contact contact = normalise(settings("tesseract", Duration.ofSeconds(60)));

        assertThat(contact.subject()).isEqualTo("Renouvellement d'agrément d'assistante maternelle");
        assertThat(contact.requester().name()).contains("Mme Solène Kerdoncuff");
        assertThat(contact.requester().address()).contains("Le Moulin Neuf, 99310 Pont-de-Braye");
        assertThat(contact.channel()).isInstanceOfSatisfying(Letter.class, letter -> {
            assertThat(letter.reading()).isEqualTo(Letter.Reading.WHOLE);
            assertThat(letter.writtenOn()).contains(LocalDate.of(2025, 1, 22));
            assertThat(letter.arrivedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(letter.pages().get(0).confidence()).isGreaterThan(70);
        });
    }

    @Test
    void is_missing_and_the_letter_still_becomes_a_contact() throws IOException {
        assertNotRead(normalise(settings("/nowhere/tesseract", Duration.ofSeconds(60))), "tesseract");
    }

    @Test
    void crashes_and_the_letter_still_becomes_a_contact() throws IOException {
        assertNotRead(normalise(settings(script("kill -SEGV $$"), Duration.ofSeconds(60))), "échoué");
    }

    @Test
    void is_too_slow_and_is_killed_with_its_descendants() throws IOException {
        Path pid = folder.resolve("pid");
        String slow = script("sleep 600 &\necho $! > " + pid + "\nwait");

        assertNotRead(normalise(settings(slow, Duration.ofSeconds(1))), "dépassé 1 s");

        long descendant = Long.parseLong(Files.readString(pid).strip());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(descendant)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    private static void assertNotRead(Contact contact, String remark) {
        assertThat(contact.subject()).isEqualTo("Courrier arrivé le 2 mars 2026");
        assertThat(contact.text()).isEmpty();
        assertThat(contact.channel()).isInstanceOfSatisfying(Letter.class, letter -> {
            assertThat(letter.reading()).isEqualTo(Letter.Reading.NOT_READ);
            assertThat(letter.remarks()).singleElement().asString().contains(remark);
        });
    }

    private static Contact normalise(ReadingSettings settings) throws IOException {
        byte[] fax = Files.readAllBytes(Path.of("src/test/resources/letters/fax.tif"));
        return LetterNormaliser.readingDirectly(settings).normalise(HostileScansTest.item(fax));
    }

    static ReadingSettings settings(String tesseract, Duration timeout) {
        ReadingSettings usual = ReadingSettings.defaults();
        return new ReadingSettings(
                tesseract,
                usual.language(),
                timeout,
                usual.renderTimeout(),
                usual.maxPages(),
                usual.maxPixels(),
                usual.maxBytes(),
                usual.dpi(),
                usual.memory(),
                usual.lanes(),
                usual.nice());
    }

    private String script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
