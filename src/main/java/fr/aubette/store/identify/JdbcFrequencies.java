package fr.aubette.store.identify;

import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.match.Frequencies;
import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How common names are among the citizens, counted now and then beside the traffic: an hour changes little. */
@Repository
class JdbcFrequencies implements Frequencies {

    /** How long a count holds: the more there are, the less an hour changes, and the longer counting takes. */
    private static Duration holds(int citizens) {
        return citizens < 1_000
                ? Duration.ofSeconds(1)
                : citizens < 100_000 ? Duration.ofMinutes(1) : Duration.ofHours(1);
    }

    private static final String COUNT = """
            select kind, value, count(*) as people from citizen_fact
            where kind in ('surname', 'first-name') group by kind, value
            """;

    private static final String SIZES = """
            select (select count(*) from citizen) as citizens,
                   (select count(distinct value) from citizen_fact where kind = 'phone') as phones,
                   (select count(distinct value) from citizen_fact where kind = 'mail') as mails
            """;

    /** What was counted, and when. */
    private record Counted(CountedNames names, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Counted> counted = new AtomicReference<>();
    private final Executor beside = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "count-names");
        thread.setDaemon(true);
        return thread;
    });

    JdbcFrequencies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private CountedNames names() {
        Instant now = clock.instant();
        Counted last = counted.get();
        if (last == null) {
            Counted fresh = new Counted(count(), now);
            counted.compareAndSet(null, fresh);
            return fresh.names();
        }
        if (last.at().plus(holds(last.names().citizens())).isBefore(now)
                && counted.compareAndSet(last, new Counted(last.names(), now))) {
            beside.execute(() -> counted.set(new Counted(count(), now)));
        }
        return last.names();
    }

    private CountedNames count() {
        CountedNames names = new CountedNames();
        jdbc.sql(COUNT).query(row -> {
            int people = row.getInt("people");
            String value = row.getString("value");
            if (row.getString("kind").equals("surname")) {
                names.add(Surname.of(value), people);
            } else {
                names.add(FirstName.of(value), people);
            }
        });
        jdbc.sql(SIZES).query(row -> {
            names.sizes(row.getInt("citizens"), row.getInt("phones"), row.getInt("mails"));
        });
        return names;
    }

    @Override
    public double surname(String joined) {
        return names().surname(joined);
    }

    @Override
    public double first(String joined) {
        return names().first(joined);
    }

    @Override
    public double initial(char letter) {
        return names().initial(letter);
    }

    @Override
    public boolean knowsSurname(Surname surname) {
        return names().knowsSurname(surname);
    }

    @Override
    public boolean knowsFirst(FirstName first) {
        return names().knowsFirst(first);
    }

    @Override
    public Sizes sizes() {
        return names().sizes();
    }
}
