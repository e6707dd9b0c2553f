package fr.aubette.outbox;

import fr.aubette.model.CallControl;
import fr.aubette.model.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders to the exchanges that other hubs listen to: each goes to the one hub that said last that it is connected, and
 * its answer is waited for, within a bound. An order that arrives too late to be waited for is not carried out.
 */
final class HubOrders implements CallControl {

    /** How long an agent waits for the answer; a telephone rings within a second. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_AT_ONCE = 8;

    private final String self;
    private final Consumer<HubWord> say;
    private final Supplier<List<CallControl>> exchanges;
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final ExecutorService work =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HubOrders::thread);

    /**
     * Nothing asked yet.
     *
     * @param self this hub, as it signs
     * @param say tells all hubs; never waits
     * @param exchanges those that take orders, of this hub and of others
     */
    HubOrders(String self, Consumer<HubWord> say, Supplier<List<CallControl>> exchanges) {
        this.self = self;
        this.say = say;
        this.exchanges = exchanges;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hub-orders");
        thread.setDaemon(true);
        return thread;
    }

    /** A hub said how its connection to an exchange is. */
    void connected(String hub, String line, boolean up) {
        if (up && !hub.equals(self)) {
            holders.put(line, hub);
        } else if (up) {
            holders.remove(line);
        } else {
            holders.remove(line, hub);
        }
    }

    @Override
    public boolean takes(String line) {
        return holders.containsKey(line);
    }

    @Override
    public void place(String line, String extension, String number) {
        ask(line, extension, number, null);
    }

    @Override
    public void passOn(String line, String conversation, String extension, String to) {
        ask(line, extension, to, conversation);
    }

    private void ask(String line, String extension, String number, @Nullable String conversation) {
        String hub = holders.get(line);
        if (hub == null) {
            throw new Refused("Le standard ne prend pas d'ordres pour le moment.");
        }
        HubOrder order = new HubOrder(UUID.randomUUID().toString(), hub, line, extension, number, conversation);
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(order.id(), answer);
        try {
            say.accept(HubWord.of(order));
            String refusal = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!refusal.isBlank()) {
                throw new Refused(refusal);
            }
        } catch (TimeoutException | ExecutionException e) {
            throw unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered();
        } finally {
            asked.remove(order.id());
        }
    }

    private static Refused unanswered() {
        return new Refused("Le standard n'a pas répondu à temps. Si rien ne sonne, faites-le sur votre téléphone.");
    }

    /** Another hub answers an order of ours. */
    void answered(HubOrder.Answer answer) {
        Optional.ofNullable(asked.get(answer.id())).ifPresent(each -> each.complete(answer.refusal()));
    }

    /** Another hub orders; whose hub is not asked says nothing. */
    void ordered(HubOrder order) {
        if (!order.hub().equals(self)) {
            return;
        }
        try {
            work.execute(() -> say.accept(HubWord.of(new HubOrder.Answer(order.id(), carriedOut(order)))));
        } catch (RejectedExecutionException e) {
            say.accept(HubWord.of(new HubOrder.Answer(order.id(), "Trop d'ordres à la fois : réessayez.")));
        }
    }

    private String carriedOut(HubOrder order) {
        try {
            CallControl exchange = exchanges.get().stream()
                    .filter(each -> each != this && each.takes(order.line()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("Le standard ne prend pas d'ordres pour le moment."));
            String conversation = order.conversation();
            if (conversation == null) {
                exchange.place(order.line(), order.extension(), order.number());
            } else {
                exchange.passOn(order.line(), conversation, order.extension(), order.number());
            }
            return "";
        } catch (Refused e) {
            return String.valueOf(e.getMessage());
        }
    }

    void stop() {
        work.shutdownNow();
    }
}
