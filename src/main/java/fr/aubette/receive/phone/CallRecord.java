package fr.aubette.receive.phone;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a file of call records; a conversation has one to five.
 *
 * @param answer when it was picked up, if it was
 * @param result as the system words it: {@code ANSWERED}, {@code NO ANSWER}, {@code BUSY}
 */
record CallRecord(
        String id,
        Instant start,
        Optional<Instant> answer,
        Instant end,
        String caller,
        String dialled,
        String agent,
        String queue,
        String result) {

    /** As PostgreSQL writes a time that knows its zone. */
    private static final Pattern WITH_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[+-]\\d\\d");

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssx");
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"),
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss"));

    /** The record in these cells; empty for a line that is none. */
    static Optional<CallRecord> of(List<String> cells, Map<String, Integer> columns, ZoneId zone) {
        Cells row = new Cells(cells, columns);
        Optional<Instant> start = time(row.get("start"), zone);
        Optional<Instant> end = time(row.get("end"), zone)
                .or(() -> start.flatMap(from -> seconds(row.get("duration")).map(from::plus)));
        if (row.get("id").isEmpty() || start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallRecord(
                row.get("id"),
                start.get(),
                time(row.get("answer"), zone)
                        .or(() -> end.flatMap(to -> seconds(row.get("talk"))
                                .filter(talk -> !talk.isZero())
                                .map(to::minus))),
                end.get(),
                row.get("caller"),
                row.get("dialled"),
                extension(row.get("agent")),
                row.get("queue"),
                row.get("result")));
    }

    private record Cells(List<String> cells, Map<String, Integer> columns) {
        String get(String meaning) {
            int at = columns.getOrDefault(meaning, -1);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }
    }

    /** {@code 101} of {@code PJSIP/101-00000001}; nothing of somebody outside. */
    private static String extension(String channel) {
        String bare = channel.replaceFirst("^[A-Za-z]+/", "").replaceFirst("[-@].*$", "");
        return bare.matches("[A-Za-z0-9._]{1,40}") && !bare.matches("(?i).*(trunk|pstn|operateur).*") ? bare : "";
    }

    boolean answered() {
        return result.toUpperCase(java.util.Locale.ROOT).startsWith("ANSWER");
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Instant> time(String written, ZoneId zone) {
        String text = written.replaceFirst("(?<=:\\d\\d)[.]\\d+", "");
        if (WITH_OFFSET.matcher(text).matches()) {
            return Optional.of(OffsetDateTime.parse(text, OFFSET).toInstant());
        }
        for (DateTimeFormatter form : WRITTEN) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).atZone(zone).toInstant());
            } catch (DateTimeException e) {
                // written in another way
            }
        }
        return text.matches("\\d{9,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }

    /** The cells of a line, whichever of comma and semicolon parts them; none of a line that is not one. */
    static List<String> cells(String line) {
        boolean semicolons = line.chars().filter(c -> c == ';').count()
                > line.chars().filter(c -> c == ',').count();
        try {
            return CsvReader.builder()
                    .fieldSeparator(semicolons ? ';' : ',')
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
