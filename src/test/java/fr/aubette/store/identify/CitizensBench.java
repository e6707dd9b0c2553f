package fr.aubette.store.identify;

import fr.aubette.identify.match.Bands;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.KnownText;
import fr.aubette.identify.match.Matcher;
import fr.aubette.identify.match.Profile;
import fr.aubette.identify.match.Sighting;
import fr.aubette.identify.match.Sightings;
import fr.aubette.identify.match.Verdict;
import fr.aubette.identify.match.Weights;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decisions a second through PostgreSQL, one client, beside the bare look-up in the same run; {@code bench citizens
 * [CITIZENS]}.
 */
final class CitizensBench {

    private static final String[] SYLLABLES = {
        "ba", "ton", "ro", "mar", "lin", "ker", "son", "hu", "vil", "ber", "cha", "gra", "ham", "cam", "nor", "ris",
        "tai", "lor", "du", "pon", "fre", "nay", "gil", "sau"
    };

    private static final int ROUND = 2_000;

    private final Random dice = new Random(7);
    private final List<String> surnames = words(30_000, 3);
    private final List<String> firsts = words(3_000, 2);
    private final List<String> streets = words(2_000, 3);

    private CitizensBench() {}

    public static void main(String[] args) throws IOException {
        int most = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        CitizensBench bench = new CitizensBench();
        double small = bench.run(10_000);
        double large = bench.run(most);
        System.out.printf(Locale.ROOT, "per contact, %d citizens against 10000: %.2f times%n", most, large / small);
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
                List.of("+3363998" + String.format("%07d", i)),
                List.of("u" + i + "@example.org"),
                1 + dice.nextInt(150) + " rue " + common(streets),
                "96" + (100 + dice.nextInt(300)),
                "",
                false);
    }

    /** Microseconds for a decision. */
    private double run(int citizens) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            SingleConnectionDataSource source = new SingleConnectionDataSource(
                    postgres.getPostgresDatabase().getConnection(), true);
            JdbcTemplate jdbc = new JdbcTemplate(source);
            List<Sightings.Said> asked = load(jdbc, citizens);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            JdbcCitizenDirectory directory = new JdbcCitizenDirectory(jdbc);
            JdbcFrequencies frequencies = new JdbcFrequencies(JdbcClient.create(source), Clock.systemUTC());
            Sightings sightings = new Sightings(frequencies);
            Matcher matcher = new Matcher(
                    keys -> directory.holders(List.of(), keys), frequencies, Weights.shipped(), Bands.ofHub());
            List<Sighting> contacts = asked.stream().map(sightings::of).toList();
            double micros = 0;
            for (String arm : List.of("warm up", "bare look-up", "decision", "bare look-up", "decision")) {
                boolean bare = arm.startsWith("bare");
                double spent = time(
                        citizens,
                        arm,
                        contacts,
                        contact -> transaction.executeWithoutResult(status -> {
                            if (bare) {
                                directory.holders(List.of(), Keys.of(contact));
                            } else {
                                Verdict ignored = matcher.decide(contact);
                            }
                        }));
                micros = bare ? micros : spent;
            }
            return micros;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double time(
            int citizens, String arm, List<Sighting> contacts, java.util.function.Consumer<Sighting> act) {
        long[] nanos = new long[contacts.size()];
        long start = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            act.accept(contacts.get(i));
            nanos[i] = System.nanoTime() - before;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%8d citizens  %-12s %6.0f/s  p50 %.2f ms  p99 %.2f ms%n",
                citizens,
                arm,
                nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
        return seconds * 1e6 / nanos.length;
    }

    /** Loads the citizens; what some of them say later, half of it with another first letter in the name. */
    private List<Sightings.Said> load(JdbcTemplate jdbc, int citizens) {
        List<Sightings.Said> asked = new ArrayList<>();
        for (int from = 0; from < citizens; from += ROUND) {
            List<String> ids = new ArrayList<>();
            List<String> known = new ArrayList<>();
            List<String> holders = new ArrayList<>();
            List<Long> keys = new ArrayList<>();
            List<String> kinds = new ArrayList<>();
            List<String> values = new ArrayList<>();
            List<String> owners = new ArrayList<>();
            for (int i = from; i < from + ROUND; i++) {
                Sightings.Said said = person(i);
                Profile profile = Sightings.profile(UUID.randomUUID().toString(), said, "", "");
                ids.add(profile.id());
                known.add(KnownText.of(profile));
                Keys.of(profile).stream().map(Keys::hashed).distinct().forEach(key -> {
                    holders.add(profile.id());
                    keys.add(key);
                });
                KnownText.facts(profile).stream().limit(2).forEach(fact -> {
                    owners.add(profile.id());
                    kinds.add(fact.kind());
                    values.add(fact.value());
                });
                if (i % (citizens / ROUND) == 0) {
                    asked.add(later(said, i));
                }
            }
            jdbc.update(
                    "insert into citizen (id, opened_at, known) select id, now(), k from unnest(?::uuid[], ?::text[]) as g (id, k)",
                    ids.toArray(String[]::new),
                    known.toArray(String[]::new));
            jdbc.update(
                    "insert into citizen_key (citizen_id, key) select * from unnest(?::uuid[], ?::bigint[])",
                    holders.toArray(String[]::new),
                    keys.toArray(Long[]::new));
            jdbc.update(
                    """
                    insert into citizen_fact (citizen_id, kind, value, source, proof, first_seen, last_seen)
                    select id, kind, value, 'bench', 'checked', now(), now()
                    from unnest(?::uuid[], ?::text[], ?::text[]) as g (id, kind, value) on conflict do nothing
                    """, owners.toArray(String[]::new), kinds.toArray(String[]::new), values.toArray(String[]::new));
        }
        jdbc.execute("vacuum analyze citizen_key");
        jdbc.execute("vacuum analyze citizen");
        return asked;
    }

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
