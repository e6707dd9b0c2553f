package fr.aubette.model;

import java.time.Instant;
import java.util.Map;

/**
 * What a source handed over, before anything is understood.
 *
 * @param channel which of the six ways in
 * @param source the configured source, an entry of {@code config/channels.yaml}; with it the reference is unique
 * @param reference the source's own identity of the item: the same item delivered again has the same
 * @param receivedAt when the administration's equipment first saw it (UTC), not when this program did
 * @param mediaType of the bytes, for example {@code message/rfc822}; what a sender claims, never trusted
 * @param facts what the source knows beside the bytes, for example the file's name or the site; small
 * @param content the bytes as they came
 */
public record RawItem(
        ChannelKind channel,
        String source,
        String reference,
        Instant receivedAt,
        String mediaType,
        Map<String, String> facts,
        Content content) {

    /**
     * Refuses what could not be told apart from another item.
     *
     * @throws IllegalArgumentException if the source or the reference is blank
     */
    public RawItem {
        if (source.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException(
                    "an item needs a source and a reference, has '" + source + "' and '" + reference + "'");
        }
        facts = Map.copyOf(facts);
    }
}
