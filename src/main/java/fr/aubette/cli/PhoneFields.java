package fr.aubette.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Phone;
import fr.aubette.typed.PhoneNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What became of a call, once more in flat fields, for scorers and filters that know nothing else of the hub. */
public final class PhoneFields {

    private PhoneFields() {}

    /** Adds them. */
    public static void addTo(ObjectNode line, Phone call) {
        boolean ours = call.direction() == Phone.Direction.OUTGOING;
        line.put("direction", code(call.direction())).put("linkedid", call.callId());
        if (ours) {
            line.put(
                    "agent",
                    call.agentsRung().isEmpty() ? null : call.agentsRung().get(0));
            line.put("called", call.caller().orElse(null));
        } else {
            received(line, call);
        }
        line.put("e164", call.caller().flatMap(PhoneNumbers::e164).orElse(null))
                .put("outcome", code(call.outcome()))
                .put("wait_s", seconds(call.waiting()))
                .put("talk_s", seconds(call.talking()))
                .put("total_s", seconds(call.total()))
                .put("ended_by", endedBy(call, ours))
                .put("callback", call.callBack());
    }

    private static void received(ObjectNode line, Phone call) {
        Phone.Course course = call.course();
        line.put("caller", call.caller().orElse(null))
                .put("caller_name", course.name().orElse(null))
                .put("withheld", course.withheld())
                .put("did", call.dialled())
                .put("dialled_as", course.dialledAs())
                .put("answered_by", call.answeredBy().orElse(null))
                .put(
                        "consult_linkedid",
                        course.consultations().isEmpty()
                                ? null
                                : course.consultations().get(0));
        ArrayNode path = line.putArray("queue_path");
        call.queues().forEach(queue -> path.add(queue + refusal(call, queue)));
        texts(line.putArray("agents_rung"), call.agentsRung());
        texts(line.putArray("paused"), course.paused());
        texts(line.putArray("consulted"), course.consulted());
        ArrayNode holds = line.putArray("holds");
        course.holds().forEach(hold -> holds.addObject().put("by", hold.by()).put("seconds", seconds(hold.lasted())));
        ArrayNode transfers = line.putArray("transfers");
        course.transfers().forEach(each -> transfer(transfers.addObject(), each));
        line.putNull("voicemail");
        course.message()
                .ifPresent(left -> line.putObject("voicemail")
                        .put("mailbox", left.mailbox())
                        .put("messages", left.messages())
                        .put(
                                "duration_s",
                                left.lasted().map(Duration::toSeconds).orElse(null))
                        .put("callerid", call.caller().orElse(null)));
    }

    /** How a queue that let the call not in is marked: {@code colleges(full)}. */
    private static String refusal(Phone call, String queue) {
        if (!call.course().refusedBy().contains(queue)) {
            return "";
        }
        return switch (call.outcome()) {
            case REJECTED_FULL -> "(full)";
            case REJECTED_EMPTY -> "(empty)";
            default -> "(rejected)";
        };
    }

    private static void transfer(ObjectNode into, Phone.Transfer passed) {
        into.put("type", passed.announced() ? "attended" : "blind")
                .put("by", passed.by())
                .put("to", (passed.queue() ? "queue " : "") + passed.to())
                .put("answered_by", passed.answeredBy().orElse(null));
    }

    private static String endedBy(Phone call, boolean ours) {
        return switch (call.endedBy()) {
            case CALLER -> ours ? "citizen" : "caller";
            case AGENT -> "agent";
            case EXCHANGE -> "pbx";
            case UNSEEN -> "unseen";
        };
    }

    private static void texts(ArrayNode into, List<String> texts) {
        texts.forEach(into::add);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
