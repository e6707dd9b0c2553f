package fr.aubette.classify;

import java.util.Optional;

/** A model that turns a text into numbers, near ones for texts that mean nearly the same. */
public interface Sentences {

    /** SHA-256, in hexadecimal, of the model's file and its tokenizer's, one behind the other. */
    String sha256();

    /** How many numbers a text becomes. */
    int size();

    /**
     * A text's numbers, of length 1 together; empty when the model failed or took too long, which it has then logged.
     */
    Optional<float[]> numbers(String text);

    /** The same model, waited for however long it takes: for who learns or measures. */
    default Sentences patient() {
        return this;
    }
}
