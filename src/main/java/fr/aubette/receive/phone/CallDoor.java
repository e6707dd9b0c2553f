package fr.aubette.receive.phone;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.aubette.ami.CallBlocks;
import fr.aubette.ami.CallEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for telephone systems that are not Asterisk: they post what happens to their calls. Answered only when the
 * events are on the disk; from there on they go the way of Asterisk's own.
 */
@RestController
class CallDoor {

    private static final int MOST_EVENTS = 500;
    private static final String BEARER = "Bearer ";

    private final OpenLines lines;
    private final Clock clock;

    CallDoor(OpenLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** An event as it is posted; see docs/channels/phone.md. */
    record Posted(
            @Nullable String event,
            @Nullable String call,
            @Nullable Instant at,
            @Nullable String caller,
            @Nullable String name,
            @Nullable Boolean withheld,
            @Nullable String dialled,
            @Nullable String agent,
            @Nullable String queue,
            @Nullable String to,
            @JsonProperty("reason") @Nullable String reason) {

        /** As the hub says it. */
        CallEvent event(Instant now) {
            boolean hidden = Boolean.TRUE.equals(withheld);
            return new CallEvent(
                    CallEvent.Type.valueOf(text(event).toUpperCase(Locale.ROOT).replace('-', '_')),
                    text(call),
                    at == null ? now : at,
                    hidden ? "anonymous" : text(caller),
                    hidden ? "" : text(name),
                    hidden,
                    text(dialled),
                    text(agent),
                    text(queue),
                    text(to),
                    text(reason));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @PostMapping("/api/calls/{line}")
    ResponseEntity<Map<String, Object>> post(
            @PathVariable String line,
            @RequestHeader("Authorization") Optional<String> authorization,
            @RequestBody List<Posted> events)
            throws IOException {
        Optional<OpenLines.Door> door = lines.named(line);
        if (door.isEmpty()) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "no line of this name runs in this hub; try again");
        }
        if (!allowed(door.get(), authorization.orElse(""))) {
            return problem(HttpStatus.UNAUTHORIZED, "Authorization: Bearer, with the line's password");
        }
        if (events.size() > MOST_EVENTS) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "at most " + MOST_EVENTS + " events at once");
        }
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int i = 0; i < events.size(); i++) {
            Optional<String> wrong = add(events.get(i), blocks);
            if (wrong.isPresent()) {
                return problem(HttpStatus.BAD_REQUEST, "event " + (i + 1) + ": " + wrong.get());
            }
        }
        door.get().line().tell(blocks.toByteArray());
        return ResponseEntity.accepted().body(Map.of("taken", events.size()));
    }

    private Optional<String> add(Posted posted, ByteArrayOutputStream blocks) {
        try {
            CallEvent event = posted.event(clock.instant());
            Optional<String> wrong = event.wrong();
            if (wrong.isEmpty()) {
                blocks.writeBytes(CallBlocks.of(event));
            }
            return wrong;
        } catch (IllegalArgumentException e) {
            return Optional.of("event: one of "
                    + List.of(CallEvent.Type.values()).toString().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean allowed(OpenLines.Door door, String authorization) {
        byte[] given = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        byte[] word = door.password().getBytes(StandardCharsets.UTF_8);
        return word.length > 0 && MessageDigest.isEqual(given, word);
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(Map.of("status", status.value(), "detail", detail));
    }
}
