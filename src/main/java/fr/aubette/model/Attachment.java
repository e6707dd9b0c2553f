package fr.aubette.model;

/**
 * A file that came with a contact; its bytes stay inside the raw item.
 *
 * @param name a safe file name, never a path; {@code piece-jointe} when the sender gave none
 * @param mediaType as the sender claims
 * @param size in bytes, decoded
 */
public record Attachment(String name, String mediaType, long size) {

    public Attachment {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("an attachment's name must be a plain file name, is '" + name + "'");
        }
    }
}
