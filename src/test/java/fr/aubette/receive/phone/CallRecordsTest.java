package fr.aubette.receive.phone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.ami.CallFold;
import fr.aubette.ami.Recording;
import fr.aubette.model.Phone;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that nobody heard, read afterwards from records. */
class CallRecordsTest {

    private static final String RIG = "id:13,start:1,answer:2,end:3,caller:4,dialled:5,agent:7,result:11";
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<RawItem> taken = new ArrayList<>();

    @Test
    void areToldWithTheirQueueAndFate() throws IOException {
        List<Phone> calls = imported("l_overlapping", true);

        assertThat(calls)
                .extracting(Phone::outcome)
                .containsExactlyInAnyOrder(Phone.Outcome.ANSWERED, Phone.Outcome.ANSWERED, Phone.Outcome.ABANDONED);
        assertThat(calls).extracting(Phone::queues).containsOnly(List.of("standard"));
        assertThat(calls).extracting(call -> call.answeredBy().orElse("")).containsExactlyInAnyOrder("101", "102", "");
    }

    @Test
    void bearTheReferenceThatListeningWouldHaveGiven() throws IOException {
        imported("a_queue_answered", true);

        assertThat(taken).extracting(RawItem::reference).containsExactly("cd92rig/cd92rig-1795305780.0");
    }

    @Test
    void needNoQueueLog() throws IOException {
        List<Phone> calls = imported("j_direct_agent", false);

        assertThat(calls)
                .extracting(Phone::outcome)
                .containsExactly(
                        Phone.Outcome.ANSWERED, Phone.Outcome.NO_ANSWER, Phone.Outcome.NO_ANSWER, Phone.Outcome.BUSY);
    }

    @Test
    void areNotTakenTwice() throws IOException {
        imported("l_overlapping", true);
        taken.clear();

        records("l_overlapping", true).look();

        assertThat(taken).isEmpty();
    }

    @Test
    void areReadByTheNamesOfAnotherMakesColumns() throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "Appel;Début;Fin;Appelant;Appelé;Poste;Groupe;Etat\n", StandardCharsets.UTF_8);
        RecordSpec spec = RecordSpec.parse("file=" + file + "; zone=UTC; columns=id:Appel,start:Début,end:Fin,"
                        + "caller:Appelant,dialled:Appelé,agent:Poste,queue:Groupe,result:Etat")
                .orElseThrow();
        CallRecords records = records(spec);
        records.look();
        Files.writeString(
                file,
                "77;22/11/2026 09:00:00;22/11/2026 09:01:00;0639980101;0147293000;204;Accueil;ANSWERED\n",
                StandardOpenOption.APPEND);

        records.look();

        Phone call = call(taken.get(0));
        assertThat(call.answeredBy()).contains("204");
        assertThat(call.queues()).containsExactly("Accueil");
        assertThat(call.total()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nameNobodyWhoWithheldTheNumber() throws IOException {
        Path file = folder.resolve("withheld.csv");
        Files.createFile(file);
        CallRecords records = records(
                RecordSpec.parse("file=" + file + "; zone=UTC; columns=" + RIG).orElseThrow());
        records.look();
        String line = Recording.expected("a_queue_answered", "cdr").get(0);
        assertThat(line).contains("0639980101");
        Files.writeString(file, line.replace("0639980101", "Anonymous") + "\n", StandardOpenOption.APPEND);

        records.look();

        assertThat(call(taken.get(0)).caller()).isEmpty();
        assertThat(call(taken.get(0)).course().withheld()).isTrue();
    }

    private List<Phone> imported(String recording, boolean log) throws IOException {
        CallRecords records = records(recording, log);
        records.look();
        StringBuilder lines = new StringBuilder();
        cells(recording, "cdr").forEach(line -> lines.append(line).append('\n'));
        Files.writeString(folder.resolve("cdr.csv"), lines, StandardOpenOption.APPEND);
        records.look();
        return taken.stream().map(CallRecordsTest::call).toList();
    }

    private CallRecords records(String recording, boolean log) throws IOException {
        Path file = folder.resolve("cdr.csv");
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.write(folder.resolve("queue_log"), cells(recording, "queue_log"));
        String queueLog = log ? "; queueLog=" + folder.resolve("queue_log") : "";
        return records(RecordSpec.parse("file=" + file + "; zone=UTC; columns=" + RIG + queueLog)
                .orElseThrow());
    }

    private CallRecords records(RecordSpec spec) throws IOException {
        LineSettings settings = settings(folder, SoundSpec.NONE);
        try (Journal journal = Journal.open(settings.journal(), settings.segmentSize())) {
            return new CallRecords(
                    spec, settings, new CallFollower(settings, journal, taken::add, LATER), taken::add, LATER);
        }
    }

    /** A line that is only asked for its name and its journal. */
    static LineSettings settings(Path folder, SoundSpec sounds) throws IOException {
        Path journal = Files.createDirectories(folder.resolve("journal"));
        return Lines.steady("", 5038, "word", journal, sounds, false);
    }

    private static List<String> cells(String recording, String what) {
        return Recording.expected(recording, what);
    }

    private static Phone call(RawItem item) {
        try {
            return CallFold.of(item.content().bytes(), item.facts().get("call"), item.receivedAt())
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
