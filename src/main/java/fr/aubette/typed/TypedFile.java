package fr.aubette.typed;

/**
 * A file that came with what was typed; its bytes stay in the raw item.
 *
 * @param name a plain file name, made safe by {@link FileNames}
 * @param mediaType as the sender claims
 * @param size in bytes, decoded
 */
public record TypedFile(String name, String mediaType, long size) {}
