package fr.aubette.receive.phone;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where call records are and what their columns mean, as {@code config/channels.yaml} says it in one line:
 * {@code file=/var/log/Master.csv; columns=id:13,start:1,answer:2,end:3,caller:4,dialled:5,agent:7,result:11;
 * zone=Europe/Paris; queueLog=/var/log/asterisk/queue_log}. A column is a number from 1, or a name of the file's first
 * line.
 *
 * @param file comma- or semicolon-separated, appended to by the telephone system
 * @param columns by meaning: {@code id, start, answer, end, caller, dialled, agent, queue, result}
 * @param zone of its times
 * @param queueLog Asterisk's {@code queue_log}, for what records do not tell
 */
record RecordSpec(Path file, Map<String, String> columns, ZoneId zone, Optional<Path> queueLog) {

    /** Asterisk's {@code cdr-csv/Master.csv}, with {@code loguniqueid = yes}. */
    private static final String ASTERISK = "id:17,start:10,answer:11,end:12,caller:2,dialled:3,agent:7,result:15";

    static Optional<RecordSpec> parse(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> parts = pairs(line, ";", "=");
        Map<String, String> columns = pairs(parts.getOrDefault("columns", ASTERISK), ",", ":");
        for (String needed : new String[] {"id", "start", "end", "caller"}) {
            if (!columns.containsKey(needed)) {
                throw new IllegalArgumentException("phone line: records need a column for " + needed);
            }
        }
        if (!parts.containsKey("file")) {
            throw new IllegalArgumentException("phone line: records need file=…");
        }
        return Optional.of(new RecordSpec(
                Path.of(parts.get("file")),
                columns,
                zone(parts.getOrDefault("zone", "Europe/Paris")),
                Optional.ofNullable(parts.get("queueLog")).map(Path::of)));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("phone line: no such zone: " + name, e);
        }
    }

    private static Map<String, String> pairs(String text, String between, String within) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(between, -1)) {
            String[] both = pair.split(within, 2);
            if (both.length == 2 && !both[1].isBlank()) {
                pairs.put(both[0].strip(), both[1].strip());
            }
        }
        return pairs;
    }
}
