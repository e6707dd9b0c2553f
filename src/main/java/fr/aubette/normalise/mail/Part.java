package fr.aubette.normalise.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail, or one part of it: its header, then either children or a body. */
final class Part {

    final Headers headers = new Headers();
    final List<Part> children = new ArrayList<>();
    private final String defaultType;
    private final boolean root;
    private Parameters type = Parameters.of("text/plain");
    private Parameters disposition = Parameters.of("");
    private Body body = new Body(TransferEncoding.IDENTITY, 0);

    /**
     * A part whose header is still to come.
     *
     * @param defaultType its media type when its header says none
     * @param root whether it is the mail itself
     */
    Part(String defaultType, boolean root) {
        this.defaultType = defaultType;
        this.root = root;
    }

    /** A mail without any header: all of it is text. */
    static Part ofText() {
        Part text = new Part("text/plain", true);
        text.headerEnded();
        return text;
    }

    /** Text found inside another part. */
    static Part ofText(String text) {
        Part part = new Part("text/plain; charset=utf-8", false);
        part.headerEnded();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part.body = new Body(TransferEncoding.IDENTITY, bytes.length);
        part.body.write(bytes, bytes.length);
        return part;
    }

    /** A file found inside another part, of which only its name and size are wanted. */
    static Part ofFile(String name, String mediaType, long size) {
        Part part = new Part(mediaType.contains("/") ? mediaType : "application/octet-stream", false);
        part.headerEnded();
        part.disposition = new Parameters(
                "attachment", name.isBlank() ? Map.of() : Map.of("filename", HeaderText.asDecoded(name)));
        part.body = Body.ofSize(size);
        return part;
    }

    boolean isRoot() {
        return root;
    }

    /** The header is whole: its meaning can be read. */
    void headerEnded() {
        headers.close();
        type = Parameters.of(headers.first("content-type").orElse(defaultType));
        disposition = Parameters.of(headers.first("content-disposition").orElse(""));
        if (!type.value().contains("/")) {
            type = type.withValue(type.value().equals("text") ? "text/plain" : defaultType);
        }
    }

    void body(Body filled) {
        body = filled;
    }

    Body body() {
        return body;
    }

    /** Media type in lower case, for example {@code text/html}. */
    String mediaType() {
        return type.value();
    }

    Optional<String> typeParameter(String name) {
        return type.get(name);
    }

    boolean is(String mediaType) {
        return type.value().equals(mediaType);
    }

    boolean isMultipart() {
        return type.value().startsWith("multipart/");
    }

    boolean isNamed() {
        return disposition.get("filename").isPresent() || type.get("name").isPresent();
    }

    /** The file name as received, bytes seen as ISO-8859-1 unless it was declared in another charset. */
    Optional<String> rawName() {
        return disposition.get("filename").or(() -> type.get("name"));
    }

    boolean isDeclaredAttachment() {
        return disposition.value().startsWith("attachment");
    }

    /** The charset that the sender declared; empty when none. */
    String charset() {
        return type.get("charset").orElse("");
    }

    TransferEncoding encoding() {
        return TransferEncoding.named(headers.first("content-transfer-encoding").orElse(""));
    }

    /** This part and all below it, in the order of the mail. Depth is bounded by {@link Limits#DEPTH}. */
    List<Part> all() {
        List<Part> found = new ArrayList<>();
        found.add(this);
        children.forEach(child -> found.addAll(child.all()));
        return found;
    }
}
