package fr.aubette.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in a list after a row: the next page starts there however many rows came before.
 *
 * @param rank of its priority, the protected highest
 * @param lastContactAt of the row
 * @param id of the row
 */
public record Cursor(int rank, Instant lastContactAt, UUID id) {

    private static final Pattern WRITTEN = Pattern.compile("([0-2])_(-?\\d{1,12})\\.(\\d{1,6})_([0-9a-f-]{36})");
    private static final int MICRO = 1_000;

    /** As in an address. */
    @Override
    public String toString() {
        return rank + "_" + lastContactAt.getEpochSecond() + "." + lastContactAt.getNano() / MICRO + "_" + id;
    }

    /** Reads one back; empty when it is not one. */
    public static Optional<Cursor> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(written.group(2)), Long.parseLong(written.group(3)) * MICRO);
        return Optional.of(new Cursor(Integer.parseInt(written.group(1)), at, UUID.fromString(written.group(4))));
    }
}
