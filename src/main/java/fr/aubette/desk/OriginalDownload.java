package fr.aubette.desk;

import fr.aubette.access.Readings;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.TicketFiles.Original;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Content;
import fr.aubette.normalise.letter.ReadingCopies;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The raw bytes of a contact, as a file to keep: never opened inside the console, whatever they claim to be. */
@Controller
class OriginalDownload {

    private static final Map<String, String> ENDINGS = Map.of(
            "message/rfc822",
            "eml",
            "application/pdf",
            "pdf",
            "image/tiff",
            "tiff",
            "image/jpeg",
            "jpg",
            "application/zip",
            "zip",
            "image/png",
            "png",
            "application/json",
            "json",
            "text/plain",
            "txt");

    private final TicketFiles files;
    private final Readings readings;
    private final ContentStore contents;
    private final ReadingCopies copies;

    OriginalDownload(TicketFiles files, Readings readings, ContentStore contents, ReadingCopies copies) {
        this.files = files;
        this.readings = readings;
        this.contents = contents;
        this.copies = copies;
    }

    @GetMapping({"/demandes/{number}/originaux/{contact}", "/api/tickets/{number}/originals/{contact}"})
    ResponseEntity<InputStreamResource> download(
            Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID contact) throws IOException {
        Original original = files.original(number, contact, sight)
                .filter(each -> !each.shared())
                .orElseThrow(NotThere::new);
        files.header(number, sight).ifPresent(ticket -> readings.note(viewer, ticket.id(), Readings.Purpose.ORIGINAL));
        return attachment(contents, original.sha256(), original.mediaType(), original.size(), contact);
    }

    /** The reading copy of a letter: a PDF that this program made, shown by the browser itself. */
    @GetMapping("/demandes/{number}/lecture/{contact}")
    ResponseEntity<InputStreamResource> copy(
            Viewer viewer, Sight sight, @PathVariable String number, @PathVariable UUID contact) throws IOException {
        Content copy = files.original(number, contact, sight)
                .filter(each -> each.channel().equals("letter"))
                .flatMap(each -> copies.of(contact))
                .orElseThrow(NotThere::new);
        files.header(number, sight).ifPresent(ticket -> readings.note(viewer, ticket.id(), Readings.Purpose.ORIGINAL));
        return Pdf.headed("lecture-" + number).body(new InputStreamResource(copy.open()));
    }

    /** Bytes as an attachment of no type that a browser would run. */
    static ResponseEntity<InputStreamResource> attachment(
            ContentStore contents, String sha256, String mediaType, long size, UUID name) throws IOException {
        String plainType = mediaType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        String file = name + "." + ENDINGS.getOrDefault(plainType, "bin");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(size)
                .body(new InputStreamResource(contents.find(sha256).open()));
    }
}
