package fr.aubette.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * How the machine is at a moment.
 *
 * @param syncMicros median time of an fdatasync of 4 KiB
 * @param insertMicros mean time of an insert that commits, one client
 * @param crowding wall clock over processor time of a spin loop: 1.0 when nobody else wants the core
 */
record Calibration(double syncMicros, double insertMicros, double crowding) {

    /** A round is judged when the spin loop had its core for itself, nearly. */
    private static final double MOST_CROWDING = 1.15;

    /** And when the disk and the database did not change by more than this between the round's start and end. */
    private static final double MOST_DRIFT = 1.6;

    private static final int TIMES = 200;
    private static final long SPIN_NANOS = 150_000_000;

    static Calibration measure(Path folder, DataSource database) throws IOException, SQLException {
        return new Calibration(sync(folder), insert(database), spin());
    }

    /** Whether what lies between this and a later one can be trusted. */
    boolean quiet(Calibration later) {
        return crowding < MOST_CROWDING
                && later.crowding < MOST_CROWDING
                && drift(syncMicros, later.syncMicros) < MOST_DRIFT
                && drift(insertMicros, later.insertMicros) < MOST_DRIFT;
    }

    private static double drift(double one, double other) {
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double sync(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sync", null);
        double[] micros = new double[TIMES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int time = 0; time < TIMES; time++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                micros[time] = (System.nanoTime() - start) / 1e3;
            }
        }
        Files.delete(file);
        Arrays.sort(micros);
        return micros[TIMES / 2];
    }

    private static double insert(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement table =
                        connection.prepareStatement("create table if not exists calibration (n bigint, t text)");
                PreparedStatement insert = connection.prepareStatement("insert into calibration values (?, ?)")) {
            table.execute();
            long start = System.nanoTime();
            for (int time = 0; time < TIMES; time++) {
                insert.setLong(1, time);
                insert.setString(2, "x".repeat(200));
                insert.executeUpdate();
            }
            return (System.nanoTime() - start) / 1e3 / TIMES;
        }
    }

    private static double spin() {
        var thread = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = thread.getCurrentThreadCpuTime();
        long x = 1;
        while (System.nanoTime() - wall < SPIN_NANOS) {
            for (int i = 0; i < 10_000; i++) {
                x = x * 31 + i;
            }
        }
        long spent = thread.getCurrentThreadCpuTime() - cpu;
        return x == 0 ? 1 : (double) (System.nanoTime() - wall) / spent;
    }
}
