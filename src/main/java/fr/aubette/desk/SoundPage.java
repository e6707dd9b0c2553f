package fr.aubette.desk;

import fr.aubette.access.Readings;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.TicketSounds.Bytes;
import fr.aubette.intake.ContentStore;
import fr.aubette.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The sound of a call, for the player of its ticket's page: whole, or the part that the player asks for. */
@Controller
class SoundPage {

    private final TicketSounds sounds;
    private final TicketFiles files;
    private final Readings readings;
    private final ContentStore contents;

    SoundPage(TicketSounds sounds, TicketFiles files, Readings readings, ContentStore contents) {
        this.sounds = sounds;
        this.files = files;
        this.readings = readings;
        this.contents = contents;
    }

    @GetMapping({"/demandes/{number}/sons/{sound}", "/api/tickets/{number}/sounds/{sound}"})
    ResponseEntity<Resource> play(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @PathVariable UUID sound,
            @RequestHeader(name = HttpHeaders.RANGE, defaultValue = "bytes=0-") String range) {
        Bytes bytes = sounds.find(number, sound, sight).orElseThrow(NotThere::new);
        if (range.startsWith("bytes=0-")) {
            files.header(number, sight)
                    .ifPresent(ticket -> readings.note(viewer, ticket.id(), Readings.Purpose.ORIGINAL));
        }
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(bytes.mediaType()))
                .body(new Sound(contents.find(bytes.sha256()), bytes.size()));
    }

    /** Content of known length: what a range is cut of. */
    private static final class Sound extends AbstractResource {

        private final Content content;
        private final long size;

        Sound(Content content, long size) {
            this.content = content;
            this.size = size;
        }

        @Override
        public String getDescription() {
            return "a sound of " + size + " bytes";
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return content.open();
        }

        @Override
        public long contentLength() {
            return size;
        }
    }
}
