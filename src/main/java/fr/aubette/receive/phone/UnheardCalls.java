package fr.aubette.receive.phone;

import fr.aubette.ami.Conversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands over the calls of records that nobody heard. */
final class UnheardCalls {

    private final RecordSpec spec;
    private final CallFollower follower;
    private final HandOver handOver;
    private final String source;

    UnheardCalls(RecordSpec spec, LineSettings settings, CallFollower follower, HandOver handOver) {
        this.spec = spec;
        this.follower = follower;
        this.handOver = handOver;
        this.source = settings.name();
    }

    /** Takes the records of one call, unless the call was heard of. */
    void take(List<CallRecord> call) throws IOException {
        String id = call.get(0).id();
        if (!follower.knows(id)) {
            String system = follower.system().isEmpty() && id.matches(".+-\\d{9,11}\\.\\d+")
                    ? id.substring(0, id.lastIndexOf('-'))
                    : follower.system();
            Optional<Conversation> unheard = new RecordedEvents(call, queueLog(id)).conversation(system);
            if (unheard.isPresent()) {
                handOver.handOver(unheard.get().item(source));
            }
        }
    }

    private List<String[]> queueLog(String id) throws IOException {
        List<String[]> lines = new ArrayList<>();
        if (spec.queueLog().isPresent() && Files.exists(spec.queueLog().get())) {
            Path file = spec.queueLog().get();
            byte[] tail = CallRecords.read(file, Math.max(0, Files.size(file) - CallRecords.MOST_BYTES));
            new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(cells -> cells.length > 4 && cells[0].matches("\\d{9,11}") && cells[1].equals(id))
                    .forEach(lines::add);
        }
        return lines;
    }
}
