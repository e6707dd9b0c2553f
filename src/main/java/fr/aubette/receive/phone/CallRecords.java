package fr.aubette.receive.phone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes from the telephone system's records the calls that nobody heard: those that began and ended while the link was
 * cut, or all those of a system that tells no events.
 *
 * <p>A call heard of is left alone; should one be taken twice all the same, the intake knows its reference. What was
 * read is remembered beside the journal; at the first start the file is read from its end.
 */
final class CallRecords extends LineRounds {

    /** How long after its end a call is taken as unheard. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How much of a file is read at once, and how far back the queues' log, in bytes. */
    static final int MOST_BYTES = 16 << 20;

    /** For the log. */
    static final String WHAT = "the call records";

    static final long REST_SECONDS = 20;

    private final RecordSpec spec;
    private final UnheardCalls unheard;
    private final Clock clock;
    private final Path mark;

    CallRecords(RecordSpec spec, LineSettings settings, CallFollower follower, HandOver handOver, Clock clock) {
        super(settings.name(), WHAT, REST_SECONDS);
        this.spec = spec;
        this.unheard = new UnheardCalls(spec, settings, follower, handOver);
        this.clock = clock;
        this.mark = settings.journal().resolve("records.offset");
    }

    /** Where the records are decides who reads them. */
    static LineRounds of(
            RecordSpec spec, LineSettings settings, CallFollower follower, HandOver handOver, Clock clock) {
        return spec.database().isPresent()
                ? new TableRecords(spec, spec.database().get(), settings, follower, handOver, clock)
                : new CallRecords(spec, settings, follower, handOver, clock);
    }

    @Override
    void look() throws IOException {
        long size = Files.exists(spec.file()) ? Files.size(spec.file()) : 0;
        if (!Files.exists(mark)) {
            Files.writeString(mark, Long.toString(size));
        }
        long from = Long.parseLong(Files.readString(mark).strip());
        long start = from > size ? 0 : from;
        if (start < size) {
            take(start, read(spec.file(), start));
        }
    }

    private void take(long start, byte[] bytes) throws IOException {
        Map<String, List<CallRecord>> calls = new LinkedHashMap<>();
        Map<String, Integer> columns = columns();
        long next = start;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, from, i - from, StandardCharsets.UTF_8).strip();
                Optional<CallRecord> record = CallRecord.of(CallRecord.cells(line), columns, spec.zone());
                if (record.isPresent()
                        && record.get().end().isAfter(clock.instant().minus(PATIENCE))) {
                    break;
                }
                record.ifPresent(each -> calls.computeIfAbsent(each.id(), any -> new ArrayList<>())
                        .add(each));
                from = i + 1;
                next = start + from;
            }
        }
        for (List<CallRecord> call : calls.values()) {
            unheard.take(call);
        }
        Files.writeString(mark, Long.toString(next));
    }

    /** Where each meaning's column is, by its number or by its name in the first line. */
    private Map<String, Integer> columns() throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = new ArrayList<>();
        if (spec.columns().values().stream().anyMatch(column -> !column.matches("\\d{1,3}"))) {
            String first = new String(head(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            CallRecord.cells(first.replace("\ufeff", "")).forEach(name -> names.add(name.strip()));
        }
        spec.columns()
                .forEach((meaning, column) -> columns.put(
                        meaning, column.matches("\\d{1,3}") ? Integer.parseInt(column) - 1 : names.indexOf(column)));
        return columns;
    }

    private byte[] head() throws IOException {
        try (var in = Files.newInputStream(spec.file())) {
            return in.readNBytes(8192);
        }
    }

    static byte[] read(Path path, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST_BYTES, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }
}
