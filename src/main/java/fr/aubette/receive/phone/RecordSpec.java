package fr.aubette.receive.phone;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where call records are and what their columns mean, as {@code config/channels.yaml} says it in one line:
 * {@code file=/var/log/Master.csv; columns=id:13,start:1,answer:2,end:3,caller:4,dialled:5,agent:7,result:11;
 * zone=Europe/Paris; queueLog=/var/log/asterisk/queue_log}. A column is a number from 1, or a name of the file's first
 * line. Or the exchange's database: {@code jdbc=jdbc:postgresql://pbx/asterisk; user=cdr; password=…; table=cdr;
 * columns=id:linkedid,start:calldate,duration:duration,talk:billsec,caller:src,dialled:dst,agent:dstchannel,result:disposition}.
 *
 * @param file comma- or semicolon-separated, appended to by the telephone system; empty for a database
 * @param database the exchange's own; empty for a file
 * @param columns by meaning: {@code id, start, answer, end, duration, talk, caller, dialled, agent, queue, result}
 * @param zone of its times
 * @param queueLog Asterisk's {@code queue_log}, for what records do not tell
 */
record RecordSpec(
        Path file, Optional<Database> database, Map<String, String> columns, ZoneId zone, Optional<Path> queueLog) {

    /** A column, or a table with its schema: nothing that a database would take for more. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}([.][A-Za-z_][A-Za-z0-9_]{0,62})?");

    /** Asterisk's {@code cdr} table, with {@code linkedid}. */
    private static final String ASTERISK_TABLE = "id:linkedid,start:calldate,duration:duration,talk:billsec,caller:src,"
            + "dialled:dst,agent:dstchannel,result:disposition";

    /**
     * A table of call records.
     *
     * @param url of JDBC; the driver of PostgreSQL comes with the hub
     */
    record Database(String url, String user, String password, String table) {

        /** Without the password. */
        @Override
        public String toString() {
            return url + " " + table;
        }
    }

    /** Asterisk's {@code cdr-csv/Master.csv}, with {@code loguniqueid = yes}. */
    private static final String ASTERISK = "id:17,start:10,answer:11,end:12,caller:2,dialled:3,agent:7,result:15";

    static Optional<RecordSpec> parse(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> parts = pairs(line, ";", "=");
        Optional<Database> database = database(parts);
        String standard = database.isPresent() ? ASTERISK_TABLE : ASTERISK;
        Map<String, String> columns = pairs(parts.getOrDefault("columns", standard), ",", ":");
        for (String needed : new String[] {"id", "start", "caller"}) {
            require(columns.containsKey(needed), "records need a column for " + needed);
        }
        require(
                columns.containsKey("end") || columns.containsKey("duration"),
                "records need a column for end, or duration");
        require(parts.containsKey("file") || database.isPresent(), "records need file=… or jdbc=…");
        require(
                database.isEmpty()
                        || columns.values().stream()
                                .allMatch(each -> NAME.matcher(each).matches()),
                "columns of a table are names");
        return Optional.of(new RecordSpec(
                Path.of(parts.getOrDefault("file", "")),
                database,
                columns,
                zone(parts.getOrDefault("zone", "Europe/Paris")),
                Optional.ofNullable(parts.get("queueLog")).map(Path::of)));
    }

    private static Optional<Database> database(Map<String, String> parts) {
        if (!parts.containsKey("jdbc")) {
            return Optional.empty();
        }
        String table = parts.getOrDefault("table", "cdr");
        require(NAME.matcher(table).matches(), "table is no name: " + table);
        return Optional.of(new Database(
                parts.get("jdbc"), parts.getOrDefault("user", ""), parts.getOrDefault("password", ""), table));
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException("phone line: " + message);
        }
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
