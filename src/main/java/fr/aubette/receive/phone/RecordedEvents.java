package fr.aubette.receive.phone;

import fr.aubette.ami.CallEvent;
import fr.aubette.ami.CallEvent.Type;
import fr.aubette.ami.Conversation;
import fr.aubette.ami.ToldCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a conversation of the records of one call, and of what the queues' log says of it. */
final class RecordedEvents {

    private final List<CallRecord> records;
    private final List<String[]> log;
    private final List<CallEvent> events = new ArrayList<>();
    private final String call;
    private String endedBy = "unseen";

    /**
     * Prepares.
     *
     * @param records of one call, at least one
     * @param log lines of {@code queue_log} about it, cut at their bars
     */
    RecordedEvents(List<CallRecord> records, List<String[]> log) {
        this.records = records.stream()
                .sorted(Comparator.comparing(CallRecord::start).thenComparing(CallRecord::end))
                .toList();
        this.log = log;
        this.call = records.get(0).id();
    }

    /** The conversation; empty if no citizen takes part. */
    Optional<Conversation> conversation(String system) {
        CallRecord first = records.get(0);
        add(CallEvent.of(Type.BEGAN, call, first.start()).between(first.caller(), first.dialled()));
        if (log.isEmpty()) {
            records.forEach(this::tell);
        } else {
            Iterator<CallRecord> agents = records.stream()
                    .filter(each -> !each.agent().isEmpty() && each.answered())
                    .iterator();
            records.stream()
                    .filter(each -> !each.agent().isEmpty())
                    .forEach(each ->
                            add(CallEvent.of(Type.RINGING, call, each.start()).agent(each.agent())));
            log.forEach(line -> tell(line, agents));
        }
        Instant end = records.stream()
                .map(CallRecord::end)
                .max(Comparator.naturalOrder())
                .orElse(first.end());
        add(CallEvent.of(Type.ENDED, call, end).reason(endedBy));
        return ToldCalls.of(system, events);
    }

    private void add(CallEvent event) {
        if (event.wrong().isEmpty()) {
            events.add(event);
        }
    }

    private void tell(CallRecord record) {
        if (!record.queue().isEmpty()) {
            add(CallEvent.of(Type.QUEUED, call, record.start()).queue(record.queue()));
        }
        Instant answer = record.answer().orElse(record.start());
        if (record.agent().isEmpty()) {
            add(CallEvent.of(Type.PICKED_UP, call, answer));
            return;
        }
        add(CallEvent.of(Type.RINGING, call, record.start()).agent(record.agent()));
        String busy = record.result().toUpperCase(Locale.ROOT).startsWith("BUSY") ? "busy" : "no-answer";
        add(
                record.answered()
                        ? CallEvent.of(Type.ANSWERED, call, answer).agent(record.agent())
                        : CallEvent.of(Type.STOPPED, call, record.end())
                                .agent(record.agent())
                                .reason(busy));
    }

    private void tell(String[] line, Iterator<CallRecord> agents) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(line[0]));
        switch (line[4]) {
            case "ENTERQUEUE" -> add(CallEvent.of(Type.QUEUED, call, at).queue(line[2]));
            case "CONNECT" -> {
                String agent = agents.hasNext() ? agents.next().agent() : line[3].replaceAll("[^A-Za-z0-9._]", "_");
                add(CallEvent.of(Type.ANSWERED, call, at).agent(agent));
            }
            case "EXITWITHTIMEOUT", "EXITEMPTY" ->
                add(CallEvent.of(Type.LEFT_QUEUE, call, at).queue(line[2]));
            case "JOINEMPTY" ->
                add(CallEvent.of(Type.REFUSED, call, at).queue(line[2]).reason("empty"));
            case "FULL" ->
                add(CallEvent.of(Type.REFUSED, call, at).queue(line[2]).reason("full"));
            case "ABANDON", "COMPLETECALLER" -> endedBy = "caller";
            case "COMPLETEAGENT" -> endedBy = "agent";
            default -> {
                // says nothing of this call's fate
            }
        }
    }
}
