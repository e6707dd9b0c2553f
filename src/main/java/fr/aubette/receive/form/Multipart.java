package fr.aubette.receive.form;

import fr.aubette.typed.Fault;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/** Reads {@code multipart/form-data} (RFC 7578) as browsers send it, from a request already within its limit. */
final class Multipart {

    /** Longest heading of a part; a browser's takes some two hundred bytes. */
    private static final int LONGEST_HEADING = 4096;

    private static final byte[] HEADING_END = bytes("\r\n\r\n");

    private final byte[] request;
    private final byte[] delimiter;
    private final Limits limits;
    private final List<PageBody.Text> fields = new ArrayList<>();
    private final List<PageBody.File> files = new ArrayList<>();

    private Multipart(byte[] request, String boundary, Limits limits) {
        this.request = request;
        this.delimiter = bytes("\r\n--" + boundary);
        this.limits = limits;
    }

    /**
     * Reads the request.
     *
     * @throws Unreadable if it is malformed, or has too many parts
     */
    static PageBody read(byte[] request, MediaType type, Limits limits) {
        String boundary = type.getParameter("boundary");
        if (boundary == null || boundary.isBlank() || boundary.length() > 70) {
            throw new Unreadable(Fault.NOT_MULTIPART);
        }
        Multipart multipart = new Multipart(request, boundary.replace("\"", ""), limits);
        multipart.parts();
        return new PageBody(multipart.fields, multipart.files);
    }

    private void parts() {
        int at = first();
        while (!startsWith(at, bytes("--"))) {
            if (!startsWith(at, bytes("\r\n")) || fields.size() + files.size() > limits.fields() + limits.files()) {
                throw new Unreadable(startsWith(at, bytes("\r\n")) ? Fault.TOO_MANY_FIELDS : Fault.NOT_MULTIPART);
            }
            int end = indexOf(delimiter, at, request.length);
            part(at + 2, end);
            at = end + delimiter.length;
        }
    }

    /** Where the first boundary ends; it may stand at the very start, without a line end before it. */
    private int first() {
        byte[] opening = bytes(new String(delimiter, StandardCharsets.ISO_8859_1).substring(2));
        if (startsWith(0, opening)) {
            return opening.length;
        }
        return indexOf(delimiter, 0, request.length) + delimiter.length;
    }

    private void part(int start, int end) {
        int headingEnd = indexOf(HEADING_END, start, Math.min(end, start + LONGEST_HEADING));
        ContentDisposition disposition = ContentDisposition.empty();
        String type = "";
        for (String line : PageBody.utf8(ByteBuffer.wrap(request, start, headingEnd - start))
                .split("\r\n", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-disposition:")) {
                disposition = disposition(
                        line.substring("content-disposition:".length()).strip());
            } else if (lower.startsWith("content-type:")) {
                type = line.substring("content-type:".length()).strip();
            }
        }
        add(disposition, type, headingEnd + HEADING_END.length, end);
    }

    private static ContentDisposition disposition(String value) {
        try {
            return ContentDisposition.parse(value);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Fault.NOT_MULTIPART);
        }
    }

    private void add(ContentDisposition disposition, String type, int start, int end) {
        String name = disposition.getName();
        String fileName = disposition.getFilename();
        if (name == null || start > end) {
            throw new Unreadable(Fault.NOT_MULTIPART);
        }
        if (fileName == null) {
            fields.add(new PageBody.Text(name, PageBody.utf8(ByteBuffer.wrap(request, start, end - start))));
        } else if (end > start) {
            files.add(new PageBody.File(
                    fileName, type.isEmpty() ? "application/octet-stream" : type, request, start, end - start));
        }
    }

    private boolean startsWith(int at, byte[] wanted) {
        if (at + wanted.length > request.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (request[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(byte[] wanted, int from, int to) {
        for (int at = from; at + wanted.length <= to; at++) {
            if (request[at] == wanted[0] && startsWith(at, wanted)) {
                return at;
            }
        }
        throw new Unreadable(Fault.NOT_MULTIPART);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
