package fr.aubette.receive.phone;

import fr.aubette.ami.CallFold;
import fr.aubette.ami.Conversation;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.Phone;
import fr.aubette.model.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An intake that keeps the first of each reference, counts deliveries, and can be closed. */
final class TakenCalls implements HandOver {

    final Map<String, RawItem> items = new ConcurrentHashMap<>();
    final AtomicInteger deliveries = new AtomicInteger();
    volatile boolean unavailable;

    @Override
    public void handOver(RawItem call) {
        deliveries.incrementAndGet();
        if (unavailable) {
            throw new IntakeUnavailable("closed for the test");
        }
        items.putIfAbsent(call.reference(), call);
    }

    List<Phone> calls() {
        return items.values().stream().map(TakenCalls::told).toList();
    }

    private static Phone told(RawItem item) {
        try {
            return CallFold.of(item.content().bytes(), item.facts().get(Conversation.CALL_FACT), item.receivedAt())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
