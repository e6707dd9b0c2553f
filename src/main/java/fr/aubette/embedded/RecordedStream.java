package fr.aubette.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an exchange sent while a call went on, in the chunks in which it sent it.
 *
 * <p>Its answers to the recorder's own actions are left out: they are nobody else's.
 */
public final class RecordedStream {

    private static final Pattern CHUNK = Pattern.compile("\\{\"t\":([0-9.]+),\"off\":(\\d+),\"len\":(\\d+)\\}");
    private static final Pattern BLOCK = Pattern.compile("(?s).*?(?:\r\n\r\n|\\z)");
    private static final Pattern STAMP = Pattern.compile("(Timestamp: )(\\d+\\.\\d+)");
    private static final Pattern ID = Pattern.compile("(?<=[ =:])[A-Za-z0-9]+-(\\d{10})\\.(\\d+)");

    private final List<Chunk> chunks;

    private RecordedStream(List<Chunk> chunks) {
        this.chunks = List.copyOf(chunks);
    }

    /**
     * Bytes sent at once.
     *
     * @param after time since the first chunk
     */
    public record Chunk(Duration after, byte[] bytes) {}

    public List<Chunk> chunks() {
        return chunks;
    }

    /** A recording of the classpath: {@code NAME.ami} with {@code NAME.timing.jsonl} beside it. */
    public static RecordedStream ofResource(String name) {
        return of(resource(name + ".ami"), new String(resource(name + ".timing.jsonl"), StandardCharsets.US_ASCII));
    }

    /**
     * A recording.
     *
     * @param timing one JSON object a line: {@code t} seconds, {@code off} and {@code len} of each chunk
     */
    public static RecordedStream of(byte[] recording, String timing) {
        String text = new String(recording, StandardCharsets.ISO_8859_1);
        boolean[] kept = events(text);
        List<Chunk> chunks = new ArrayList<>();
        BigDecimal first = null;
        Matcher line = CHUNK.matcher(timing);
        while (line.find()) {
            int from = Integer.parseInt(line.group(2));
            String sent = kept(text, kept, from, from + Integer.parseInt(line.group(3)));
            BigDecimal at = new BigDecimal(line.group(1));
            if (!sent.isEmpty()) {
                first = first == null ? at : first;
                Duration after =
                        Duration.ofNanos(at.subtract(first).movePointRight(9).longValue());
                chunks.add(new Chunk(after, sent.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return new RecordedStream(chunks);
    }

    /**
     * The same events as new ones of another moment.
     *
     * @param start when the first one happens
     * @param nth distinguishes replays of one second: it goes into every channel's identity
     */
    public RecordedStream at(Instant start, int nth) {
        StringBuilder all = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        for (Chunk chunk : chunks) {
            all.append(new String(chunk.bytes(), StandardCharsets.ISO_8859_1));
            ends.add(all.length());
        }
        Matcher stamp = STAMP.matcher(all);
        if (!stamp.find()) {
            return this;
        }
        BigDecimal shift = BigDecimal.valueOf(start.toEpochMilli(), 3).subtract(new BigDecimal(stamp.group(2)));
        List<Chunk> moved = new ArrayList<>();
        for (Chunk chunk : joinedAtBlocks()) {
            String text = new String(chunk.bytes(), StandardCharsets.ISO_8859_1);
            text = STAMP.matcher(text)
                    .replaceAll(found -> found.group(1)
                            + new BigDecimal(found.group(2)).add(shift).toPlainString());
            text = ID.matcher(text)
                    .replaceAll(found -> "demo-" + (Long.parseLong(found.group(1)) + shift.longValue()) + "." + nth
                            + "00" + found.group(2));
            text = text.replaceAll("SystemName: \\S+", "SystemName: demo");
            moved.add(new Chunk(chunk.after(), text.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return new RecordedStream(moved);
    }

    /** Chunks that end where a block ends, so that nothing is cut in two. */
    private List<Chunk> joinedAtBlocks() {
        List<Chunk> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Duration since = Duration.ZERO;
        for (Chunk chunk : chunks) {
            since = open.isEmpty() ? chunk.after() : since;
            open.append(new String(chunk.bytes(), StandardCharsets.ISO_8859_1));
            int end = open.lastIndexOf("\r\n\r\n") + 4;
            if (end >= 4) {
                joined.add(new Chunk(since, open.substring(0, end).getBytes(StandardCharsets.ISO_8859_1)));
                open.delete(0, end);
            }
        }
        return joined;
    }

    private static boolean[] events(String text) {
        boolean[] kept = new boolean[text.length()];
        Matcher block = BLOCK.matcher(text);
        while (block.find() && block.end() > block.start()) {
            boolean event = block.group().startsWith("Event:");
            java.util.Arrays.fill(kept, block.start(), block.end(), event);
        }
        return kept;
    }

    private static String kept(String text, boolean[] kept, int from, int to) {
        StringBuilder sent = new StringBuilder();
        for (int i = from; i < Math.min(to, text.length()); i++) {
            if (kept[i]) {
                sent.append(text.charAt(i));
            }
        }
        return sent.toString();
    }

    private static byte[] resource(String name) {
        try (InputStream in = RecordedStream.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no recording is called " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
