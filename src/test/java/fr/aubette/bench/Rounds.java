package fr.aubette.bench;

import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** Runs two arms by turns and compares them. */
final class Rounds {

    private static final int MOST_WARMING = 12;
    private static final double WARM = 0.10;

    /** Share of the time in which the compiler still works: above it, what is measured is the start. */
    private static final double COMPILING = 0.10;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final Arm hub;
    private final Arm ceiling;
    private final Cpu cpu;
    private final Path folder;
    private final DataSource database;
    private final PrintStream out;

    Rounds(Arm hub, Arm ceiling, Cpu cpu, Path folder, DataSource database, PrintStream out) {
        this.hub = hub;
        this.ceiling = ceiling;
        this.cpu = cpu;
        this.folder = folder;
        this.database = database;
        this.out = out;
    }

    /** One arm in one round. */
    record Pace(double perSecond, double cpuMillis) {}

    /** One round. */
    record Round(Pace hub, Pace ceiling, boolean quiet) {

        double speed() {
            return hub.perSecond / ceiling.perSecond;
        }

        double cpu() {
            return hub.cpuMillis / ceiling.cpuMillis;
        }
    }

    List<Round> run(int rounds, int items) throws Exception {
        warm(ceiling, items);
        warm(hub, items);
        out.printf(
                "%5s %12s %12s %6s %14s %14s %6s %9s %9s %9s%n",
                "round",
                "hub/s",
                "ceiling/s",
                "ratio",
                "hub CPU ms",
                "ceiling CPU",
                "ratio",
                "sync µs",
                "insert µs",
                "crowding");
        List<Round> all = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            Calibration before = Calibration.measure(folder, database);
            boolean hubFirst = number % 2 == 1;
            Pace first = pace(hubFirst ? hub : ceiling, items);
            Pace second = pace(hubFirst ? ceiling : hub, items);
            Calibration after = Calibration.measure(folder, database);
            Round round = new Round(hubFirst ? first : second, hubFirst ? second : first, before.quiet(after));
            all.add(round);
            print(number, round, before, after);
        }
        return all;
    }

    private void warm(Arm arm, int items) throws Exception {
        double last = Double.MAX_VALUE;
        for (int block = 0; block < MOST_WARMING; block++) {
            long compiled = COMPILER.getTotalCompilationTime();
            double next = pace(arm, items).cpuMillis();
            double compiling = (COMPILER.getTotalCompilationTime() - compiled) / (next * items);
            if (Math.abs(next - last) / next < WARM && compiling < COMPILING) {
                return;
            }
            last = next;
        }
        out.printf("%s was still warming after %d blocks%n", arm.name(), MOST_WARMING);
    }

    private Pace pace(Arm arm, int items) throws Exception {
        long cpuBefore = cpu.used();
        long start = System.nanoTime();
        arm.run(items);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Pace(items / seconds, (cpu.used() - cpuBefore) / NANOS_PER_MILLI / items);
    }

    private void print(int number, Round round, Calibration before, Calibration after) {
        out.printf(
                "%5d %12.0f %12.0f %6.2f %14.2f %14.2f %6.2f %4.0f/%4.0f %4.0f/%4.0f %4.2f/%4.2f %s%n",
                number,
                round.hub().perSecond(),
                round.ceiling().perSecond(),
                round.speed(),
                round.hub().cpuMillis(),
                round.ceiling().cpuMillis(),
                round.cpu(),
                before.syncMicros(),
                after.syncMicros(),
                before.insertMicros(),
                after.insertMicros(),
                before.crowding(),
                after.crowding(),
                round.quiet() ? "" : "noisy");
    }

    /** The middle one, and from where to where. */
    static double[] spread(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return new double[] {sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]};
    }
}
