package fr.aubette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Processor time of this process and of PostgreSQL's. */
final class Cpu {

    /** Of Linux' clock ticks in {@code /proc}: a hundred a second everywhere. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Field of {@code /proc/<pid>/stat} after the command's name where utime, stime, cutime and cstime begin. */
    private static final int TIMES = 11;

    private final long postmaster;

    Cpu(Path pgdata) throws IOException {
        postmaster = Long.parseLong(
                Files.readAllLines(pgdata.resolve("postmaster.pid")).get(0).strip());
    }

    /** Nanoseconds used so far. */
    long used() {
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        LongStream backends = server.children().mapToLong(each -> ticks(each.pid(), 2));
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                + (ticks(postmaster, 4) + backends.sum()) * NANOS_PER_TICK;
    }

    /** Seconds used so far by this process and all children that have ended. */
    static double withChildren() {
        return ticks(ProcessHandle.current().pid(), 4) * NANOS_PER_TICK / 1e9;
    }

    private static long ticks(long pid, int fields) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(stat);
            List<String> words =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
            return words.subList(TIMES, TIMES + fields).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            if (Files.exists(stat)) {
                throw new UncheckedIOException(e);
            }
            return 0;
        }
    }
}
