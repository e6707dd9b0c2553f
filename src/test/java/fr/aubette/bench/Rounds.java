package fr.aubette.bench;

import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** Runs arms by turns and sets them beside the first. */
final class Rounds {

    private static final int MOST_WARMING = 12;
    private static final double WARM = 0.10;

    /** Share of the time in which the compiler still works: above it, what is measured is the start. */
    private static final double COMPILING = 0.10;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final List<Arm> arms;
    private final Cpu cpu;
    private final Path folder;
    private final DataSource database;
    private final PrintStream out;

    /** @param arms the first is what the others are measured against */
    Rounds(List<Arm> arms, Cpu cpu, Path folder, DataSource database, PrintStream out) {
        this.arms = List.copyOf(arms);
        this.cpu = cpu;
        this.folder = folder;
        this.database = database;
        this.out = out;
    }

    /** One arm in one round. */
    record Pace(double perSecond, double cpuMillis) {}

    /**
     * One round.
     *
     * @param paces in the order of the arms
     */
    record Round(List<Pace> paces, boolean quiet) {

        /** Items a second of one arm, by those of another. */
        double speed(int arm, int other) {
            return paces.get(arm).perSecond() / paces.get(other).perSecond();
        }

        /** Processor time an item of one arm, by that of another. */
        double cpu(int arm, int other) {
            return paces.get(arm).cpuMillis() / paces.get(other).cpuMillis();
        }
    }

    List<Round> run(int rounds, int items) throws Exception {
        for (Arm arm : arms) {
            warm(arm, items);
        }
        out.printf("%5s", "round");
        arms.forEach(arm -> out.printf(" %12s %8s", arm.name() + "/s", "CPU ms"));
        out.printf(" %9s %9s %9s%n", "sync µs", "insert µs", "crowding");
        List<Round> all = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            Calibration before = Calibration.measure(folder, database);
            List<Pace> paces = turns(number, items);
            Calibration after = Calibration.measure(folder, database);
            Round round = new Round(paces, before.quiet(after));
            all.add(round);
            print(number, round, before, after);
        }
        return all;
    }

    /** Each arm once, each round begun by another. */
    private List<Pace> turns(int number, int items) throws Exception {
        Map<Integer, Pace> paces = new TreeMap<>();
        for (int turn = 0; turn < arms.size(); turn++) {
            int place = (number + turn) % arms.size();
            paces.put(place, pace(arms.get(place), items));
        }
        return List.copyOf(paces.values());
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
        out.printf("%5d", number);
        round.paces().forEach(pace -> out.printf(" %12.0f %8.2f", pace.perSecond(), pace.cpuMillis()));
        out.printf(
                " %4.0f/%4.0f %4.0f/%4.0f %4.2f/%4.2f %s%n",
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
