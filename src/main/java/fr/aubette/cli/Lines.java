package fr.aubette.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.aubette.model.Assignment;
import fr.aubette.model.Attribution;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Phone;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketId;
import fr.aubette.quarantine.Failure;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What {@code explain} prints: every component of the model's records by its name, so that none is forgotten. */
final class Lines {

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(ownTypes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * A contact and all that was decided about it.
     *
     * @param folds the contacts of all letters of the file when it is a scan; empty otherwise
     */
    String of(String file, int item, Dispatched decided, List<Contact> folds) {
        ObjectNode line = begin(file, item);
        line.set("contact", contact(decided.contact()));
        line.set("identify", tree(decided.threaded().classified().identity()));
        line.set("classify", classify(decided));
        ArrayNode thread = line.putArray("thread");
        decided.threaded().threadings().forEach(each -> thread.add(thread(each)));
        ArrayNode dispatch = line.putArray("dispatch");
        decided.assignments().forEach(each -> dispatch.add(dispatch(each)));
        if (decided.contact().channel() instanceof Mail mail) {
            MailFields.addTo(line, decided.contact(), mail);
        }
        String result = decided.assignments().isEmpty() ? "suppressed" : "opened";
        line.put("result", result).put("outcome", result);
        if (decided.contact().channel() instanceof Phone call) {
            PhoneFields.addTo(line, call);
        }
        if (!folds.isEmpty()) {
            LetterLines.addTo(line, folds);
        }
        return text(line);
    }

    /** What would be quarantined. */
    String of(String file, int item, Failure failure) {
        return failed(file, item, failure.kind().name().toLowerCase(Locale.ROOT), failure.stage(), failure.reason());
    }

    /** A file of which nothing could be made. */
    String failed(String file, int item, String kind, String stage, String reason) {
        ObjectNode line = begin(file, item);
        line.putObject("error").put("kind", kind).put("stage", stage).put("reason", reason);
        return text(line);
    }

    private ObjectNode begin(String file, int item) {
        return json.createObjectNode().put("file", file).put("item", item);
    }

    private ObjectNode contact(Contact contact) {
        ObjectNode tree = tree(contact);
        ObjectNode channel = json.createObjectNode();
        channel.put("kind", contact.channel().kind().code());
        channel.setAll(tree(contact.channel()));
        tree.set("channel", channel);
        return tree;
    }

    private ObjectNode classify(Dispatched decided) {
        ObjectNode classify = tree(decided.threaded().classified().classification());
        ArrayNode matters = classify.putArray("matters");
        decided.threaded().threadings().forEach(each -> matters.add(matter(each.matter())));
        return classify;
    }

    private ObjectNode matter(Matter matter) {
        ObjectNode tree = tree(matter);
        tree.set("protected", tree.remove("protectedLane"));
        return tree;
    }

    private ObjectNode thread(Threading threading) {
        ObjectNode tree = tree(threading);
        tree.remove("matter");
        tree.put("motive", threading.matter().motive());
        return tree;
    }

    private ObjectNode dispatch(Assignment assignment) {
        ObjectNode tree = tree(assignment);
        tree.remove("threading");
        tree.remove("attributions");
        tree.put("motive", assignment.threading().matter().motive());
        tree.put("lead", assignment.lead());
        ArrayNode others = tree.putArray("others");
        assignment.attributions().stream()
                .filter(part -> part.role() != Attribution.Role.LEAD)
                .forEach(part -> others.add(tree(part)));
        return tree;
    }

    private ObjectNode tree(Object any) {
        return json.valueToTree(any);
    }

    private String text(ObjectNode line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** Codes in lower case, durations in seconds, identities as texts. */
    private static SimpleModule ownTypes() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(
                new As<>(Enum.class, (code, out) -> out.writeString(code.name().toLowerCase(Locale.ROOT))));
        module.addSerializer(new As<>(
                Duration.class,
                (time, out) ->
                        out.writeNumber(BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros())));
        module.addSerializer(new As<>(CitizenId.class, (id, out) -> out.writeString(id.toString())));
        module.addSerializer(new As<>(TicketId.class, (id, out) -> out.writeString(id.toString())));
        return module;
    }

    /** How a value is written. */
    @FunctionalInterface
    private interface Write<T> {
        void write(T value, JsonGenerator out) throws IOException;
    }

    private static final class As<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Write<T> write;

        As(Class<T> type, Write<T> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write.write(value, out);
        }
    }
}
