package fr.aubette.receive.letter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a file in a drop folder is whole. Prefix {@code aubette.letter.drop}, file {@code config/application.yaml}.
 *
 * @param settle how long a file that looks complete must not have changed; more than zero, 2 s unless told
 * @param patience how long one that looks cut, or is empty, must not have changed before it is taken as it is; at least
 *     settle, 60 s unless told
 * @param gather how long the numbered files of one letter must have been left alone before they are taken for all of
 *     it; at least settle, 30 s unless told. Where a number is left out, patience holds, if it is longer
 */
@ConfigurationProperties("aubette.letter.drop")
public record DropSettings(
        @DefaultValue("2s") Duration settle,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("30s") Duration gather) {

    public DropSettings {
        if (settle.isZero() || settle.isNegative()) {
            throw new IllegalArgumentException("aubette.letter.drop.settle must be more than zero, is " + settle);
        }
        if (patience.compareTo(settle) < 0) {
            throw new IllegalArgumentException(
                    "aubette.letter.drop.patience must be at least settle (" + settle + "), is " + patience);
        }
        if (gather.compareTo(settle) < 0) {
            throw new IllegalArgumentException(
                    "aubette.letter.drop.gather must be at least settle (" + settle + "), is " + gather);
        }
    }
}
