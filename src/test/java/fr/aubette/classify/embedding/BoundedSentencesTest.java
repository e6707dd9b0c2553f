package fr.aubette.classify.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BoundedSentencesTest {

    private static final float[] NUMBERS = {1, 0};

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean works;

    @Test
    void areNotWaitedForLongerThanTheirBound() {
        CountDownLatch never = new CountDownLatch(1);
        BoundedSentences model = bounded(Duration.ofMillis(1), text -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return NUMBERS;
        });

        assertThat(model.numbers("a")).isEmpty();
    }

    @Test
    void areLeftAloneForAWhileAfterFailuresInARow() {
        BoundedSentences model = bounded(Duration.ofMinutes(1), this::fails);
        for (int i = 0; i < BoundedSentences.FAILURES + 5; i++) {
            assertThat(model.numbers("a")).isEmpty();
        }
        assertThat(asked).hasValue(BoundedSentences.FAILURES);

        works = true;
        nanos.addAndGet(BoundedSentences.REST.toNanos());

        assertThat(model.numbers("a")).hasValue(NUMBERS);
    }

    @Test
    void areNotBelievedWhenTheyGiveAnotherSize() {
        assertThat(bounded(Duration.ofMinutes(1), text -> new float[3]).numbers("a"))
                .isEmpty();
    }

    private float[] fails(String text) {
        asked.incrementAndGet();
        if (!works) {
            throw new IllegalStateException("no memory");
        }
        return NUMBERS;
    }

    private BoundedSentences bounded(Duration patience, Function<String, float[]> model) {
        return new BoundedSentences(model, "0", NUMBERS.length, patience, nanos::get);
    }
}
