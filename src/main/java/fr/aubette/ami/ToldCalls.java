package fr.aubette.ami;

import fr.aubette.ami.CallEvent.Type;
import fr.aubette.model.CallSound;
import fr.aubette.model.RawItem;
import fr.aubette.typed.PhoneNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes conversations of what is told of calls afterwards, by records or by the message that was left. */
public final class ToldCalls {

    /** Begins the reference of a call of which nothing is known but the message that it left. */
    public static final String MESSAGE = "voicemail/";

    private ToldCalls() {}

    /** The conversation of these events, in whatever order; empty if no citizen takes part. */
    public static Optional<Conversation> of(String system, List<CallEvent> events) {
        List<Conversation> over = new ArrayList<>();
        Conversations reading = new Conversations(Duration.ZERO, Duration.ofDays(1), over::add);
        AmiReader reader =
                new AmiReader(block -> reading.accept(block, block.timestamp().orElse(Instant.EPOCH), 0));
        events.stream().sorted(Comparator.comparing(CallEvent::at)).forEach(event -> {
            byte[] blocks = CallBlocks.of(event);
            reader.read(blocks, 0, blocks.length);
        });
        reading.closeAll();
        return over.stream()
                .findFirst()
                .map(told -> new Conversation(system, told.callId(), told.startedAt(), 0, told.bytes()));
    }

    /** The call that a message alone is known of: who left it is owed a call all the same. */
    public static Optional<RawItem> item(CallSound message) {
        String call = MESSAGE + message.reference();
        String party = message.caller().flatMap(PhoneNumbers::e164).orElse("");
        Instant end = message.at().plus(message.lasted());
        List<CallEvent> events = List.of(
                CallEvent.of(Type.BEGAN, call, message.at()).between(party, ""),
                CallEvent.of(Type.PICKED_UP, call, message.at()),
                CallEvent.of(Type.MESSAGE, call, end).queue(message.mailbox()),
                CallEvent.of(Type.ENDED, call, end.plusMillis(1)).reason("caller"));
        return of("", events).map(told -> told.item(message.line()));
    }
}
