package fr.aubette.normalise.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The pages of a file among several lanes. */
class PageQueueTest {

    private final List<Integer> told = new ArrayList<>();

    private PageQueue queue(int first, int last, boolean sealed) {
        return new PageQueue(first, last, sealed, new PageReader.Listener() {
            @Override
            public void opened(Scan scan) {
                throw new AssertionError("opened elsewhere");
            }

            @Override
            public void page(PageResult page) {
                told.add(page.number());
            }
        });
    }

    @Test
    void are_given_out_once_and_told_in_order() {
        PageQueue queue = queue(3, 6, false);

        assertThat(List.of(next(queue), next(queue), next(queue), next(queue))).containsExactly(3, 4, 5, 6);
        assertThat(queue.next(true)).isEmpty();
        tell(queue, 5);
        tell(queue, 4);
        assertThat(told).isEmpty();
        tell(queue, 3);
        assertThat(told).containsExactly(3, 4, 5);
        assertThat(queue.goesOn(false)).as("a page is in hand").isTrue();
        assertThat(queue.goesOn(true)).as("nothing to do").isFalse();
    }

    @Test
    void are_not_read_when_the_sheet_before_says_so_whichever_lane_has_them() throws Exception {
        PageQueue queue = queue(1, 6, false);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> queue.isSealed(3));
        queue.seen(3, List.of());
        queue.seen(2, List.of());
        assertThat(third).isNotDone();

        queue.seen(1, List.of("qr_code=SEP;pli=secret"));
        queue.seen(5, List.of());
        queue.seen(4, List.of("qr_code=SEP"));

        assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.isSealed(2)).isTrue();
        assertThat(queue.isSealed(1)).isFalse();
        assertThat(queue.isSealed(5)).isFalse();
    }

    @Test
    void stay_closed_behind_a_page_that_could_not_be_opened() {
        PageQueue queue = queue(2, 4, true);
        queue.seen(2, List.of());

        assertThat(queue.isSealed(2)).isTrue();
        assertThat(queue.isSealed(3)).isTrue();
    }

    @Test
    void are_not_given_out_far_ahead_of_one_that_takes_long() throws Exception {
        PageQueue queue = queue(1, 1000, false);
        int given = 0;
        while (queue.next(true).isPresent()) {
            given++;
        }
        assertThat(given).isLessThan(100);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> queue.goesOn(true));
        assertThat(waiting).isNotDone();

        tell(queue, 1);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void are_left_by_all_lanes_when_one_must_stop() throws Exception {
        PageQueue queue = queue(1, 9, false);
        CompletableFuture<Boolean> sealed = CompletableFuture.supplyAsync(() -> queue.isSealed(4));

        queue.stop();

        assertThat(sealed.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.goesOn(true)).isFalse();
        tell(queue, 1);
        assertThat(told).isEmpty();
    }

    private static int next(PageQueue queue) {
        return queue.next(true).orElseThrow();
    }

    private static void tell(PageQueue queue, int page) {
        queue.tell(PageResult.read(page, "", 100));
    }
}
