package fr.aubette.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF that this program made, shown by the browser itself. */
final class Pdf {

    private Pdf() {}

    /**
     * The answer.
     *
     * @param name of the file, without its ending
     */
    static ResponseEntity<byte[]> shown(String name, byte[] pdf) {
        return headed(name).contentLength(pdf.length).body(pdf);
    }

    /** An answer whose body is still to come. */
    static ResponseEntity.BodyBuilder headed(String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PDF);
    }
}
