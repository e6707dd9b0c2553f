package fr.aubette.faults;

import java.io.IOException;

/** One channel's source, outside the hub: the citizen's side of it. */
interface Feeder extends AutoCloseable {

    /** The channel's name, as the table shows it. */
    String channel();

    /** Whether it keeps what was not acknowledged and offers it again; a telephone does not. */
    default boolean insists() {
        return true;
    }

    /** Least rest of each of its threads between two items. */
    default long pauseMillis() {
        return 0;
    }

    /**
     * Hands one item over; called again with the same marker until it is acknowledged.
     *
     * @param marker found again in the item's raw bytes
     * @return whether the hub acknowledged it
     * @throws IOException if the hub could not be reached, or died while it was asked
     */
    boolean offer(String marker) throws IOException;

    @Override
    default void close() throws IOException {
        // most sources hold nothing
    }
}
