package fr.aubette.bench;

import fr.aubette.hub.PlainItems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The four threads that both arms are fed by, and the items, each from somebody new. */
final class Crowd {

    static final int THREADS = 4;

    private static final String TEXT = "Bonjour, je vous signale un nid-de-poule sur la route départementale 912, à la "
            + "sortie du bourg, juste après le pont. Deux voitures y ont déjà laissé un pneu. Pouvez-vous faire le "
            + "nécessaire avant l'hiver ? Je reste à votre disposition. Cordialement.";

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private Crowd() {}

    /** Something done with one item. */
    @FunctionalInterface
    interface Deed {
        void with(String reference, byte[] bytes) throws Exception;
    }

    static void send(int items, Deed deed) throws Exception {
        AtomicInteger left = new AtomicInteger(items);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                futures.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        String reference = "b" + NUMBERS.incrementAndGet();
                        deed.with(reference, PlainItems.bytes(reference, "Renard", reference + "@example.org", TEXT));
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
