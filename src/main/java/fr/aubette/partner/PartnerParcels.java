package fr.aubette.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.answer.Answer;
import fr.aubette.answer.AnswerFiles;
import fr.aubette.answer.AnswerSettings;
import fr.aubette.answer.Parcel;
import fr.aubette.answer.PassingOn;
import fr.aubette.model.Partner;
import fr.aubette.partner.NotTransferred.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Writes a request for a partner's own software: as one message of its queue, or as a folder of files. */
@Component
class PartnerParcels {

    private static final String ARTICLE = "CRPA L114-2";

    private final PassingOn passing;
    private final AnswerFiles files;
    private final AnswerSettings settings;
    private final ObjectMapper json;

    PartnerParcels(PassingOn passing, AnswerFiles files, AnswerSettings settings, ObjectMapper json) {
        this.passing = passing;
        this.files = files;
        this.settings = settings;
        this.json = json;
    }

    /**
     * The whole request in one message, its files in Base64.
     *
     * @throws NotTransferred if they are too large for that
     */
    String message(Transfer transfer) {
        Parcel parcel = passing.parcel(transfer.ticket());
        if (parcel.files().stream().mapToLong(Answer.File::size).sum() > settings.maxFiles()) {
            throw new NotTransferred(Why.TOO_LARGE);
        }
        ObjectNode message = note(transfer, parcel);
        for (Answer.File file : parcel.files()) {
            named(message, file).put("content", Base64.getEncoder().encodeToString(bytes(file)));
        }
        return write(message);
    }

    /**
     * A folder named by the transfer, with its note {@code demande.json} last: a folder with a note is whole. Written
     * again after a crash, it is the same.
     */
    void put(Transfer transfer, Partner partner) throws IOException {
        Parcel parcel = passing.parcel(transfer.ticket());
        Path folder = Files.createDirectories(
                Path.of(partner.folder(), "out", transfer.id().toString()));
        ObjectNode note = note(transfer, parcel);
        for (Answer.File file : parcel.files()) {
            named(note, file);
            try (InputStream in = files.find(file.sha256()).open()) {
                Files.copy(in, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path part = folder.resolve("demande.json.part");
        Files.writeString(part, write(note), StandardCharsets.UTF_8);
        Files.move(part, folder.resolve("demande.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private ObjectNode note(Transfer transfer, Parcel parcel) {
        ObjectNode note = json.createObjectNode()
                .put("type", "request")
                .put("id", transfer.id().toString())
                .put("reference", parcel.reference())
                .put("sentOn", transfer.sentOn().toString())
                .put("article", ARTICLE);
        parcel.parts()
                .forEach(part -> note.withArray("parts")
                        .addObject()
                        .put("receivedOn", part.receivedOn().toString())
                        .put("channel", part.channel())
                        .put("text", part.text()));
        return note;
    }

    private static ObjectNode named(ObjectNode note, Answer.File file) {
        return note.withArray("files")
                .addObject()
                .put("name", file.name())
                .put("mediaType", file.mediaType())
                .put("size", file.size());
    }

    private byte[] bytes(Answer.File file) {
        try (InputStream in = files.find(file.sha256()).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(ObjectNode note) {
        try {
            return json.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
