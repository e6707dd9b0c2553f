package fr.aubette.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The département's own signature book (parapheur), by two folders. What waits for a signature is put into {@code out}:
 * a folder of the answer's files, then, last, a JSON file that names them. What comes into {@code back} decides.
 */
@Component("signatureBook")
public class SignatureBook {

    private static final int MOST = 50;

    private final boolean enabled;
    private final Path out;
    private final AnswerBook book;
    private final StepBook steps;
    private final FactsBook facts;
    private final AnswerFiles files;
    private final Submitting submitting;
    private final ObjectMapper json;
    private final Clock clock;

    SignatureBook(
            @Value("${aubette.answer.signature-book.enabled:false}") boolean enabled,
            @Value("${aubette.answer.signature-book.folder:data/parapheur}") Path folder,
            AnswerBook book,
            StepBook steps,
            FactsBook facts,
            AnswerFiles files,
            Submitting submitting,
            ObjectMapper json,
            Clock clock) {
        this.enabled = enabled;
        this.out = folder.resolve("out");
        this.book = book;
        this.steps = steps;
        this.facts = facts;
        this.files = files;
        this.submitting = submitting;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Hands over what waits, when there is a signature book; a crash meanwhile hands the same over again, under the
     * same name.
     */
    @Transactional
    public void handOver() throws IOException {
        if (!enabled) {
            return;
        }
        for (AnswerId id : steps.toHand(MOST)) {
            Answer answer = book.find(id).orElseThrow();
            write(answer);
            steps.hand(id, steps.next(id).orElseThrow(), clock.instant());
        }
    }

    private void write(Answer answer) throws IOException {
        String name = answer.id().toString();
        Path folder = Files.createDirectories(out.resolve(name));
        String text = answer.finalText().orElseThrow();
        Files.writeString(folder.resolve("reponse.txt"), text);
        ObjectNode note = json.createObjectNode()
                .put("id", name)
                .put("ticket", facts.of(answer.ticket()).number())
                .put("subject", answer.finalSubject().orElseThrow())
                .put("recipient", answer.recipient())
                .put("author", answer.authorName())
                .put("sha256", sha256(text))
                .put("text", name + "/reponse.txt");
        for (Answer.File file : answer.files()) {
            String place = file.place() + "-" + file.name();
            try (InputStream in = files.find(file.sha256()).open()) {
                Files.copy(in, folder.resolve(place), StandardCopyOption.REPLACE_EXISTING);
            }
            note.withArray("files").add(name + "/" + place);
        }
        Path part = out.resolve(name + ".part");
        Files.write(part, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(note));
        Files.move(part, out.resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Follows what the signature book decided.
     *
     * @param decision JSON: {@code id}, {@code decision} ({@code signed} or {@code refused}), {@code by},
     *     {@code signedAs}, {@code sha256} of the text that was signed, {@code remark}
     * @throws Refused if it is no such decision, or about another text
     */
    public void back(String decision) {
        JsonNode said = read(decision);
        boolean signed = said.path("decision").asText().equals("signed");
        if (!signed && !said.path("decision").asText().equals("refused")) {
            throw new Refused("decision must be signed or refused");
        }
        AnswerId id = id(said);
        Answer answer = book.find(id).orElseThrow(() -> new Refused("no answer has this id"));
        if (signed
                && !said.path("sha256")
                        .asText()
                        .equals(sha256(answer.finalText().orElse("")))) {
            throw new Refused("another text was signed than the one that waits");
        }
        String by = said.path("by").asText("parapheur");
        String remark = said.path("remark").asText(signed ? "" : "refusé au parapheur");
        if (!submitting.fromBook(id, signed, by, said.path("signedAs").asText(by), remark)) {
            throw new Refused("the answer does not wait for a signature");
        }
    }

    private JsonNode read(String decision) {
        try {
            return json.readTree(decision);
        } catch (JsonProcessingException e) {
            throw new Refused("not JSON", e);
        }
    }

    private static AnswerId id(JsonNode said) {
        try {
            return new AnswerId(UUID.fromString(said.path("id").asText()));
        } catch (IllegalArgumentException e) {
            throw new Refused("id must be the one of the file in out/", e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
