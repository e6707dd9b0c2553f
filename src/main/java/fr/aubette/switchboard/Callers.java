package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.model.LiveCall;
import fr.aubette.typed.PhoneNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks up who calls, from the call's first event on, so that it is known when a telephone rings. */
@Component
class Callers {

    /** Longest wait for a look-up that has begun. */
    private static final long PATIENCE_MILLIS = 1_000;

    private static final int MOST_MATTERS = 8;
    private static final int MOST_LAST = 4;

    private final Map<CallKey, CompletableFuture<List<Holder>>> asked = new ConcurrentHashMap<>();
    private final CallerBook book;
    private final Executor lookUps = Lanes.threads("call-look-up", 2);

    Callers(CallerBook book) {
        this.book = book;
    }

    /** Begins to look; a number told later is looked up instead. */
    void expect(LiveCall call) {
        number(call).ifPresent(number -> asked.computeIfAbsent(CallKey.of(call), key -> ask(number)));
    }

    private CompletableFuture<List<Holder>> ask(String number) {
        try {
            return CompletableFuture.supplyAsync(() -> book.holders(number), lookUps);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    void forget(CallKey call) {
        asked.remove(call);
    }

    /** The citizen's number; empty when withheld, absent, or nobody's line. */
    static Optional<String> number(LiveCall call) {
        return call.withheld() ? Optional.empty() : call.party().flatMap(PhoneNumbers::e164);
    }

    /** What one agent may see of who calls; empty when the files cannot be read. */
    Optional<Caller> seen(Optional<String> number, CallKey call, Sight sight) {
        if (number.isEmpty()) {
            return Optional.of(Caller.unknown());
        }
        CompletableFuture<List<Holder>> looked =
                Optional.ofNullable(asked.get(call)).orElseGet(() -> ask(number.get()));
        try {
            return Optional.of(caller(looked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), sight));
        } catch (ExecutionException | TimeoutException | DataAccessException e) {
            forget(call);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Caller caller(List<Holder> holders, Sight sight) {
        if (holders.isEmpty()) {
            return Caller.unknown();
        }
        Set<UUID> may = Set.copyOf(book.known(holders, sight));
        List<Holder> known =
                holders.stream().filter(each -> may.contains(each.citizen())).toList();
        if (known.isEmpty()) {
            return Caller.unknown();
        }
        return new Caller(known, book.open(known, MOST_MATTERS, sight), book.last(known, MOST_LAST, sight));
    }
}
