package fr.aubette.intake;

import fr.aubette.model.Normalised;
import org.springframework.stereotype.Component;

/** Opens the transaction of a journey: from here on no other consumer handles the same intake. */
@Component("claims")
public class Claims {

    private final StreamBook book;

    Claims(StreamBook book) {
        this.book = book;
    }

    /**
     * Locks the intake.
     *
     * @throws AlreadyDone if another consumer ended it meanwhile
     */
    public Normalised claim(Normalised normalised) {
        if (!book.claim(normalised.intake())) {
            throw new AlreadyDone(normalised.intake());
        }
        return normalised;
    }
}
