package fr.aubette.receive.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.receive.letter.FetchedPages.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of fetched pages keeps to. */
public interface FetchedPagesPromises {

    /** A store in which nothing is noted. */
    FetchedPages pages();

    /** As the door does once a letter's bytes are safe. */
    void takeIn(String source, String reference);

    @Test
    default void tells_the_files_of_a_letter_once_it_is_safe() {
        FetchedPages pages = pages();
        List<Page> letter = List.of(new Page("depot/scan_1.pdf", 120, 1_000), new Page("depot/scan_2.pdf", 0, 60_000));
        pages.note("depot", "siege", "a", letter);
        pages.note("depot", "siege", "b", List.of(new Page("depot/lot_1.pdf", 9, 1)));
        assertThat(pages.taken("depot")).isEmpty();

        takeIn("siege", "a");

        assertThat(pages.taken("depot")).containsExactlyInAnyOrderElementsOf(letter);
    }

    @Test
    default void knows_a_letter_by_its_source_too() {
        FetchedPages pages = pages();
        pages.note("depot", "siege", "a", List.of(new Page("1.pdf", 1, 1)));

        takeIn("annexe", "a");

        assertThat(pages.taken("depot")).isEmpty();
    }

    @Test
    default void keeps_what_was_noted_last_of_a_path() {
        FetchedPages pages = pages();
        takeIn("siege", "a");
        pages.note("depot", "siege", "a", List.of(new Page("1.pdf", 1, 1), new Page("2.pdf", 1, 1)));

        pages.note("depot", "siege", "b", List.of(new Page("2.pdf", 7, 8)));

        assertThat(pages.taken("depot")).containsExactly(new Page("1.pdf", 1, 1));
        takeIn("siege", "b");
        assertThat(pages.taken("depot")).contains(new Page("2.pdf", 7, 8)).hasSize(2);
    }

    @Test
    default void keeps_drop_folders_apart() {
        FetchedPages pages = pages();
        takeIn("siege", "a");
        pages.note("depot", "siege", "a", List.of(new Page("1.pdf", 1, 1)));
        pages.note("autre", "siege", "a", List.of(new Page("1.pdf", 2, 2)));

        pages.forget("depot", List.of("1.pdf", "never.pdf"));

        assertThat(pages.taken("depot")).isEmpty();
        assertThat(pages.taken("autre")).containsExactly(new Page("1.pdf", 2, 2));
    }

    @Test
    default void takes_all_pages_that_a_letter_may_have_and_any_name() {
        FetchedPages pages = pages();
        takeIn("siege", "a");
        List<Page> many = IntStream.rangeClosed(1, 999)
                .mapToObj(page -> new Page("l'été {\"1\",\\} é_" + page + ".pdf", 5_000_000_000L, page))
                .toList();
        pages.note("depot", "siege", "a", many);
        pages.note("depot", "siege", "a", many);

        assertThat(pages.taken("depot")).containsExactlyInAnyOrderElementsOf(many);
        pages.forget("depot", many.stream().map(Page::path).toList());
        assertThat(pages.taken("depot")).isEmpty();
    }

    @Test
    default void has_nothing_to_say_of_no_files() {
        FetchedPages pages = pages();
        pages.note("depot", "siege", "a", List.of());
        pages.forget("depot", List.of());

        assertThat(pages.taken("depot")).isEmpty();
    }
}
