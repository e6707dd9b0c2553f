package fr.aubette.store.identify;

import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Weights;
import fr.aubette.store.desk.SearchForBench;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decisions a second through PostgreSQL, one client, beside the bare look-ups in the same run: ours, and one of six
 * plain passes; {@code bench citizens [CITIZENS [FOLDER]]}, the register being kept in the folder for the next run.
 */
final class CitizensBench {

    private static final String[] SYLLABLES = {
        "ba", "ton", "ro", "mar", "lin", "ker", "son", "hu", "vil", "ber", "cha", "gra", "ham", "cam", "nor", "ris",
        "tai", "lor", "du", "pon", "fre", "nay", "gil", "sau"
    };

    /** Nobody's numbers in France, and enough of them. */
    private static final String NUMBER = "+3310%07d";

    /** What a server of its own is given for millions of citizens: a register that it holds in memory. */
    private static final String BUFFERS = "2GB";

    private static final int ROUND = 2_000;

    /** Rounds until Java has made of the engine what it will: else the small register would seem the dearer. */
    private static final int WARM = 12;

    private static final int ROUNDS = 8;

    /** Decisions in one: a contact's transaction writes much more than it looks up, and is measured elsewhere. */
    private static final int A_TRANSACTION = 20;

    /** Rows first, indexes afterwards: a fifth of the time. */
    private static final List<String> WITHOUT_INDEX = List.of(
            "alter table citizen_key drop constraint citizen_key_pkey",
            "alter table citizen_key drop constraint citizen_key_citizen_id_fkey",
            "drop index citizen_key_citizen",
            "alter table citizen_form drop constraint citizen_form_pkey",
            "alter table citizen_form drop constraint citizen_form_citizen_id_fkey",
            "drop index citizen_form_citizen",
            "alter table citizen_fact drop constraint citizen_fact_citizen_id_fkey",
            "alter table citizen_fact drop constraint citizen_fact_pkey",
            "drop index citizen_words");

    private static final List<String> WITH_INDEX = List.of(
            "set maintenance_work_mem = '512MB'",
            "alter table citizen_key add primary key (key, citizen_id)",
            "alter table citizen_form add primary key (form, citizen_id)",
            "alter table citizen_fact add primary key (citizen_id, kind, value)");

    private static final String SIX_PASSES = """
            select c.id, c.known from (
                select distinct h.citizen_id from unnest((select ?::bigint[])) as asked (key)
                cross join lateral (select citizen_id from citizen_key where key = asked.key limit 30) h) found
            join citizen c on c.id = found.citizen_id
            """;

    private final Random dice = new Random(7);
    private final List<String> surnames = words(30_000, 3);
    private final List<String> firsts = words(3_000, 2);
    private final List<String> streets = words(2_000, 3);

    private CitizensBench() {}

    public static void main(String[] args) throws IOException {
        int most = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        Optional<Path> folder = args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty();
        Map<String, Double> small = new CitizensBench().run(10_000, folder);
        Map<String, Double> large = new CitizensBench().run(most, folder);
        large.forEach((arm, micros) -> System.out.printf(
                Locale.ROOT,
                "%-14s %d citizens against 10000: %.2f times%n",
                arm,
                most,
                micros / Objects.requireNonNull(small.get(arm))));
    }

    private List<String> words(int count, int syllables) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < syllables; s++) {
                word.append(SYLLABLES[dice.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    private String common(List<String> words) {
        return words.get((int) (words.size() * Math.pow(dice.nextDouble(), 2.5)));
    }

    private Sightings.Said person(int i) {
        return new Sightings.Said(
                "",
                common(surnames),
                common(firsts),
                Optional.of(LocalDate.of(1930 + dice.nextInt(85), 1 + dice.nextInt(12), 1 + dice.nextInt(28))),
                List.of(String.format(NUMBER, i)),
                List.of("u" + i + "@example.org"),
                1 + dice.nextInt(150) + " rue " + common(streets),
                "96" + (100 + dice.nextInt(300)),
                "",
                false);
    }

    /** Microseconds of each arm, the lowest of its rounds: what else runs only ever adds. */
    private Map<String, Double> run(int citizens, Optional<Path> folder) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setServerConfig("shared_buffers", BUFFERS);
        Optional<Path> kept = folder.map(each -> each.resolve(String.valueOf(citizens)));
        boolean there = kept.isPresent() && Files.exists(kept.get().resolve("PG_VERSION"));
        kept.ifPresent(each -> builder.setDataDirectory(each).setCleanDataDirectory(false));
        try (EmbeddedPostgres postgres = builder.start()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            Connection connection = postgres.getPostgresDatabase().getConnection();
            SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
            List<Sightings.Said> asked = there ? asked(citizens) : load(connection, citizens);
            Map<String, Double> micros = arms(citizens, source, asked);
            search(citizens, asked, SearchForBench.over(JdbcClient.create(source)));
            return micros;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Double> arms(int citizens, SingleConnectionDataSource source, List<Sightings.Said> asked)
            throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcFrequencies frequencies = new JdbcFrequencies(JdbcClient.create(source), Clock.systemUTC());
        JdbcCitizenDirectory directory = new JdbcCitizenDirectory(jdbc, frequencies);
        Sightings sightings = new Sightings(frequencies);
        Matcher matcher =
                new Matcher(keys -> directory.holders(List.of(), keys), frequencies, Weights.shipped(), Bands.ofHub());
        Map<String, Consumer<Sighting>> acts = new LinkedHashMap<>();
        acts.put("six passes", contact -> sixPasses(jdbc, contact));
        acts.put("bare look-up", contact -> directory.holders(List.of(), Keys.of(contact)));
        acts.put("decision", matcher::decide);
        List<Sighting> contacts = asked.stream().map(sightings::of).toList();
        int backend = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
        for (int i = 0; i < WARM; i++) {
            time(backend, citizens, "warm up", contacts, transaction, matcher::decide);
        }
        PagesRead before = PagesRead.now(jdbc);
        time(backend, citizens, "pages read", contacts, transaction, acts.get("bare look-up"));
        before.print(jdbc, citizens, contacts.size());
        Map<String, Double> micros = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Consumer<Sighting>> each : acts.entrySet()) {
                double spent = time(backend, citizens, each.getKey(), contacts, transaction, each.getValue());
                micros.merge(each.getKey(), spent, Math::min);
            }
        }
        return micros;
    }

    /** Whoever shares one of six exact keys, read and nothing more. */
    private static void sixPasses(JdbcTemplate jdbc, Sighting contact) {
        Map<Character, Long> one = new TreeMap<>();
        Keys.of(contact).forEach(key -> one.putIfAbsent(key.charAt(0), Keys.hashed(key)));
        one.keySet().retainAll(Set.of('t', 'm', 'y', 'b', 'n', 'r'));
        jdbc.query(
                SIX_PASSES,
                statement -> statement.setObject(1, one.values().toArray(Long[]::new)),
                (row, n) -> row.getString("known"));
    }

    /** As each letter is typed of a name, a number or a birth date. */
    private static void search(int citizens, List<Sightings.Said> asked, SearchForBench search) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Sightings.Said said = asked.get(i * asked.size() / 60);
            String typed = i % 3 == 0
                    ? said.firstName() + " " + said.lastName()
                    : i % 3 == 1 ? said.lastName() + " " + said.firstName() : i % 2 == 0 ? "12/03/1950" : "0639980101";
            for (int letters = 2; letters <= typed.length(); letters++) {
                long before = System.nanoTime();
                search.found(typed.substring(0, letters));
                nanos.add(System.nanoTime() - before);
            }
        }
        nanos.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%8d citizens  search, each letter typed: p50 %.1f ms  p99 %.1f ms  slowest %.1f ms%n",
                citizens,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                nanos.get(nanos.size() - 1) / 1e6);
    }

    /** Microseconds of processor time, ours and the backend's, for each: what other work there is hardly changes it. */
    private static double time(
            int backend,
            int citizens,
            String arm,
            List<Sighting> contacts,
            TransactionTemplate transaction,
            Consumer<Sighting> act)
            throws IOException {
        long[] nanos = new long[contacts.size()];
        double here = spentHere();
        double there = spentThere(backend);
        for (int from = 0; from < nanos.length; from += A_TRANSACTION) {
            int first = from;
            transaction.executeWithoutResult(status -> {
                for (int i = first; i < Math.min(nanos.length, first + A_TRANSACTION); i++) {
                    long start = System.nanoTime();
                    act.accept(contacts.get(i));
                    nanos[i] = System.nanoTime() - start;
                }
            });
        }
        here = (spentHere() - here) / nanos.length;
        there = (spentThere(backend) - there) / nanos.length;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%8d citizens  %-12s %6.0f/s of a core (%.0f µs in PostgreSQL, %.0f here)  p50 %.2f ms  p99 %.2f ms%n",
                citizens,
                arm,
                1e6 / (here + there),
                there,
                here,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
        return here + there;
    }

    /** Processor time so far of the backend that serves us, in microseconds. */
    private static double spentThere(int backend) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + backend + "/schedstat"));
        return Double.parseDouble(stat.substring(0, stat.indexOf(' '))) / 1e3;
    }

    /** The same of this thread. */
    private static double spentHere() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e3;
    }

    /** Loads the citizens; what some of them say later, half of it with another first letter in the name. */
    private List<Sightings.Said> load(Connection connection, int citizens) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        WITHOUT_INDEX.forEach(jdbc::execute);
        List<Sightings.Said> asked = new ArrayList<>();
        for (int from = 0; from < citizens; from += ROUND) {
            Rows rows = new Rows();
            for (int i = from; i < from + ROUND; i++) {
                Sightings.Said said = person(i);
                rows.add(Sightings.profile(UUID.randomUUID().toString(), said, "", ""), said);
                if (i % (citizens / ROUND) == 0) {
                    asked.add(later(said, asked.size()));
                }
            }
            rows.copy(copy);
        }
        WITH_INDEX.forEach(jdbc::execute);
        for (String table : List.of("citizen", "citizen_key", "citizen_form", "citizen_fact")) {
            jdbc.execute("vacuum analyze " + table);
        }
        return asked;
    }

    /** What is said of a register that is there. */
    private List<Sightings.Said> asked(int citizens) {
        List<Sightings.Said> asked = new ArrayList<>();
        for (int i = 0; i < citizens; i++) {
            Sightings.Said said = person(i);
            if (i % (citizens / ROUND) == 0) {
                asked.add(later(said, asked.size()));
            }
        }
        return asked;
    }

    /** Rows to be copied. */
    private static final class Rows {

        private final StringBuilder citizens = new StringBuilder();
        private final StringBuilder keys = new StringBuilder();
        private final StringBuilder forms = new StringBuilder();
        private final StringBuilder facts = new StringBuilder();

        void add(Profile profile, Sightings.Said said) {
            String id = profile.id();
            citizens.append(id)
                    .append('\t')
                    .append(said.lastName())
                    .append('\t')
                    .append(said.firstName());
            citizens.append("\t2026-01-01\t")
                    .append(KnownText.of(profile).replace("\n", "\\n"))
                    .append('\n');
            Keys.of(profile).stream()
                    .map(Keys::hashed)
                    .distinct()
                    .forEach(key -> keys.append(key).append('\t').append(id).append('\n'));
            WrittenForms.of(profile)
                    .forEach(form -> forms.append(form).append('\t').append(id).append('\n'));
            KnownText.facts(profile)
                    .forEach(fact -> facts.append(id)
                            .append('\t')
                            .append(fact.kind())
                            .append('\t')
                            .append(fact.value())
                            .append("\tbench\tchecked\t2026-01-01\t2026-01-01\n"));
        }

        void copy(CopyManager copy) throws SQLException, IOException {
            copy.copyIn(
                    "copy citizen (id, last_name, first_name, opened_at, known) from stdin",
                    new StringReader(citizens.toString()));
            copy.copyIn("copy citizen_key (key, citizen_id) from stdin", new StringReader(keys.toString()));
            copy.copyIn("copy citizen_form (form, citizen_id) from stdin", new StringReader(forms.toString()));
            copy.copyIn(
                    "copy citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen) from stdin",
                    new StringReader(facts.toString()));
        }
    }

    /** What is said later, of which a half, a third, and so on lack this or that, whatever the size of the register. */
    private static Sightings.Said later(Sightings.Said said, int i) {
        String last = i % 2 == 0 ? said.lastName() : "p" + said.lastName().substring(1);
        return new Sightings.Said(
                "",
                last,
                said.firstName(),
                i % 3 == 0 ? Optional.empty() : said.birth(),
                i % 5 < 3 ? said.phones() : List.of(),
                List.of(),
                i % 4 == 0 ? said.address() : "",
                i % 4 == 0 ? said.postcode() : "",
                "",
                false);
    }
}
