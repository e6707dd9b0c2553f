package fr.aubette.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import fr.aubette.model.Phone;
import fr.aubette.model.Phone.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;

/** Compares calls with what the telephones themselves and the queue log say. */
public final class CallTruth {

    private static final double SECONDS = 0.3;
    /** The truth of a direct line says nothing of the wait: the exchange answers when the agent does. */
    private static final List<String> NO_WAIT = List.of("0639980117");

    private CallTruth() {}

    /** Fails unless these are exactly the calls of the recording. */
    public static void expect(Recording recording, List<Phone> calls) {
        Map<String, Phone> byId = calls.stream().collect(Collectors.toMap(Phone::callId, Function.identity()));
        assertThat(byId.keySet())
                .containsExactlyInAnyOrderElementsOf(recording.truths().stream()
                        .map(truth -> truth.get("linkedid").asText())
                        .toList());
        SoftAssertions all = new SoftAssertions();
        recording
                .truths()
                .forEach(truth ->
                        expect(all, truth, byId.get(truth.get("linkedid").asText())));
        all.assertAll();
    }

    private static void expect(SoftAssertions all, JsonNode truth, Phone call) {
        all.assertThat(call.caller()).contains(truth.get("caller").asText());
        all.assertThat(call.dialled()).isEqualTo(truth.get("did").asText());
        String outcome = truth.get("outcome").asText();
        all.assertThat(call.outcome()).as(call.callId()).isEqualTo(outcome(outcome));
        if (truth.has("answered_by")) {
            all.assertThat(call.answeredBy().orElse("null"))
                    .isEqualTo(truth.get("answered_by").asText());
        }
        if (truth.has("queue_path")) {
            all.assertThat(call.queues()).isEqualTo(texts(truth.get("queue_path")));
            all.assertThat(call.agentsRung()).containsExactlyInAnyOrderElementsOf(texts(truth.get("agents_rung")));
            expect(all, truth, "talk_s", call.talking());
            expect(all, truth, "total_s", call.total());
            all.assertThat(call.callBack()).isEqualTo(truth.path("callback").asBoolean());
        }
        if (truth.has("wait_s") && !NO_WAIT.contains(truth.get("caller").asText())) {
            expect(all, truth, "wait_s", call.waiting());
        }
        String endedBy = truth.path("ended_by").asText();
        if (endedBy.equals("caller") || outcome.equals("answered") && !endedBy.isEmpty()) {
            all.assertThat(call.endedBy().name()).isEqualToIgnoringCase(endedBy);
        }
    }

    private static void expect(SoftAssertions all, JsonNode truth, String field, Duration told) {
        all.assertThat(told.toMillis() / 1000.0)
                .as(field)
                .isCloseTo(truth.get(field).asDouble(), within(SECONDS));
    }

    private static Outcome outcome(String truth) {
        return switch (truth) {
            case "answered" -> Outcome.ANSWERED;
            case "abandoned" -> Outcome.ABANDONED;
            case "voicemail" -> Outcome.VOICEMAIL;
            default -> Outcome.MISSED;
        };
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.asText().replace("(full)", ""))
                .toList();
    }
}
