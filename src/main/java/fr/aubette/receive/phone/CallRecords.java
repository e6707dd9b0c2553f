package fr.aubette.receive.phone;

import fr.aubette.ami.Conversation;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the telephone system's records the calls that nobody heard: those that began and ended while the link was
 * cut, or all those of a system that tells no events.
 *
 * <p>A call heard of is left alone; should one be taken twice all the same, the intake knows its reference. What was
 * read is remembered beside the journal; at the first start the file is read from its end.
 */
final class CallRecords implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecords.class);
    /** How long after its end a call is taken as unheard. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How much of the file is read at once, and how far back the queues' log, in bytes. */
    private static final int MOST_BYTES = 16 << 20;

    private static final long TICK_SECONDS = 20;

    private final RecordSpec spec;
    private final CallFollower follower;
    private final HandOver handOver;
    private final Clock clock;
    private final String source;
    private final Path mark;
    private final CountDownLatch stopped = new CountDownLatch(1);

    CallRecords(RecordSpec spec, LineSettings settings, CallFollower follower, HandOver handOver, Clock clock) {
        this.spec = spec;
        this.follower = follower;
        this.handOver = handOver;
        this.clock = clock;
        this.source = settings.name();
        this.mark = settings.journal().resolve("records.offset");
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                try {
                    look();
                } catch (IOException | RuntimeException e) {
                    LOG.warn("Phone line {}: the call records are tried again: {}", source, e.toString());
                }
            } while (!stopped.await(TICK_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what is new and old enough. */
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
            handOverUnheard(call);
        }
        Files.writeString(mark, Long.toString(next));
    }

    private void handOverUnheard(List<CallRecord> call) throws IOException {
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

    private List<String[]> queueLog(String id) throws IOException {
        List<String[]> lines = new ArrayList<>();
        if (spec.queueLog().isPresent() && Files.exists(spec.queueLog().get())) {
            Path file = spec.queueLog().get();
            byte[] tail = read(file, Math.max(0, Files.size(file) - MOST_BYTES));
            new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(cells -> cells.length > 4 && cells[0].matches("\\d{9,11}") && cells[1].equals(id))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static byte[] read(Path path, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST_BYTES, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }
}
