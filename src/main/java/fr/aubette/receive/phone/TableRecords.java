package fr.aubette.receive.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Call records in the exchange's database. A row appears when its call is over and bears the time of its beginning:
 * each look goes back by the longest call, and leaves alone what it has taken.
 */
final class TableRecords extends LineRounds {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** More rows than this in the longest call's time are read in several looks. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_TAKEN = 50_000;

    private final RecordSpec spec;
    private final JdbcClient jdbc;
    private final String select;
    private final List<String> meanings;
    private final UnheardCalls unheard;
    private final Duration longest;
    private final Path mark;
    private final Clock clock;
    private final Set<String> taken = new LinkedHashSet<>();

    TableRecords(
            RecordSpec spec,
            RecordSpec.Database database,
            LineSettings settings,
            CallFollower follower,
            HandOver handOver,
            Clock clock) {
        super(settings.name(), CallRecords.WHAT, CallRecords.REST_SECONDS);
        this.spec = spec;
        this.clock = clock;
        this.longest = settings.longest();
        this.mark = settings.journal().resolve("records.since");
        this.unheard = new UnheardCalls(spec, settings, follower, handOver);
        this.jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        this.meanings = List.copyOf(spec.columns().keySet());
        this.select = meanings.stream()
                        .map(each -> "cast(" + spec.columns().get(each) + " as char(80)) as m_" + each)
                        .collect(Collectors.joining(", ", "select ", " from " + database.table()))
                + " where cast(" + spec.columns().get("start") + " as char(80)) >= :since order by "
                + spec.columns().get("start") + " limit " + MOST_ROWS;
    }

    /** At the first look nothing older is taken. */
    private Instant since() throws IOException {
        if (!Files.exists(mark)) {
            Files.writeString(mark, clock.instant().toString());
        }
        Instant first = Instant.parse(Files.readString(mark).strip());
        Instant back = clock.instant().minus(longest);
        return back.isAfter(first) ? back : first;
    }

    @Override
    void look() throws IOException {
        Map<String, List<CallRecord>> calls = new LinkedHashMap<>();
        Instant late = clock.instant().minus(CallRecords.PATIENCE);
        Instant since = since();
        for (CallRecord record : rows(since)) {
            if (!taken.contains(record.id())) {
                calls.computeIfAbsent(record.id(), any -> new ArrayList<>()).add(record);
            }
        }
        for (List<CallRecord> call : calls.values()) {
            if (call.stream()
                    .allMatch(each -> each.end().isBefore(late) && !each.start().isBefore(since))) {
                unheard.take(call);
                taken.add(call.get(0).id());
            }
        }
        while (taken.size() > MOST_TAKEN) {
            taken.remove(taken.iterator().next());
        }
    }

    private List<CallRecord> rows(Instant since) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < meanings.size(); i++) {
            places.put(meanings.get(i), i);
        }
        List<CallRecord> records = new ArrayList<>();
        String text = WRITTEN.format(LocalDateTime.ofInstant(since, spec.zone()));
        jdbc.sql(select).param("since", text).query().listOfRows().forEach(row -> {
            List<String> cells = meanings.stream()
                    .map(each -> row.get("m_" + each) == null
                            ? ""
                            : String.valueOf(row.get("m_" + each)).strip())
                    .toList();
            CallRecord.of(cells, places, spec.zone()).ifPresent(records::add);
        });
        return records;
    }
}
