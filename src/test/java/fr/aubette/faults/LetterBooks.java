package fr.aubette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub's database says of a batch, of the letters made of it, and of a stock. */
final class LetterBooks {

    private final JdbcClient jdbc;

    LetterBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter as it went on its way. */
    private record Made(List<Integer> pages, String said) {}

    int pagesRead(String source) {
        return count("select count(*) from page where source like ?", source);
    }

    int lettersMade(String source) {
        return count("select count(*) from intake where source like ?", source);
    }

    boolean nothingUnderWay() {
        return count("select count(*) from intake where outcome is null and source like ?", "%") == 0
                && count("select count(*) from outbox where kind like ?", "%") == 0
                && count("select count(*) from backfile_item where state = 'waiting' and path like ?", "%") == 0;
    }

    int waiting() {
        return count("select count(*) from batch_letter where waits like ?", "%");
    }

    String batch() {
        return jdbc.sql("select id::text from batch").query(String.class).single();
    }

    private int count(String sql, String of) {
        return jdbc.sql(sql).param(of).query(Integer.class).single();
    }

    /** Every page in exactly one letter, each letter once, the equation whole. */
    void check(ScannerBatch batch) {
        assertThat(count("select count(*) from batch where source like ?", "courrier"))
                .isEqualTo(1);
        assertThat(pages("courrier")).as("read once each").isEqualTo(upTo(batch.pages()));
        List<Made> made = made("courrier");
        assertThat(all(made)).as("each page lies in one letter").isEqualTo(upTo(batch.pages()));
        Set<Integer> notOfLetters = new TreeSet<>(upTo(batch.pages()));
        batch.letters().forEach(notOfLetters::removeAll);
        assertThat(made.stream()
                        .map(letter -> without(letter.pages(), notOfLetters))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(batch.letters());
        for (int page = 1; page <= batch.pages(); page++) {
            String mark = ScannerBatch.mark(page);
            if (batch.isLetter(page) && !batch.isPicture(page)) {
                assertThat(made.stream()
                                .filter(letter -> letter.said().contains(mark))
                                .count())
                        .as("letters that say %s", mark)
                        .isEqualTo(1);
            }
        }
        assertThat(jdbc.sql("select count(distinct intake_id) from batch_letter where waits is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(batch.letters().size());
        assertThat(jdbc.sql("select coalesce(sum(case what when 'taken' then n else -n end), 0) from equation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Each document of a stock filed once, with all its pages. */
    void checkStock(int documents, int pagesEach) {
        List<Made> filed = made("backfile-%");
        assertThat(filed).hasSize(documents);
        assertThat(filed).allSatisfy(document -> assertThat(document.pages()).isEqualTo(upTo(pagesEach)));
        assertThat(count("select count(*) from intake where outcome = 'filed' and source like ?", "backfile-%"))
                .isEqualTo(documents);
    }

    private List<Integer> pages(String source) {
        return jdbc.sql("select number from page where source like ? order by number")
                .param(source)
                .query(Integer.class)
                .list();
    }

    private List<Made> made(String source) {
        return jdbc.sql("""
                        select array(select (p ->> 'number')::integer
                                     from jsonb_array_elements(c.detail #> '{channel,pages}') p) as pages, c.detail::text as said
                        from contact c join intake i on i.id = c.intake_id where i.source like ?
                        """)
                .param(source)
                .query((row, n) -> new Made(numbers(row.getArray("pages")), row.getString("said")))
                .list();
    }

    private static List<Integer> numbers(Array array) throws java.sql.SQLException {
        return Arrays.stream((Integer[]) array.getArray()).sorted().toList();
    }

    private static List<Integer> all(List<Made> made) {
        List<Integer> all = new ArrayList<>();
        made.forEach(letter -> all.addAll(letter.pages()));
        return all.stream().sorted().toList();
    }

    private static Set<Integer> without(List<Integer> pages, Set<Integer> others) {
        Set<Integer> left = new TreeSet<>(pages);
        left.removeAll(others);
        return left;
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    /** For what a failure must show: how often each kind of state occurs. */
    Map<String, Long> states() {
        return jdbc
                .sql("select channel || ' ' || coalesce(outcome, 'in flight') from intake")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
