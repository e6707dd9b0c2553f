package fr.aubette.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the last good reading of a directory elsewhere, for a hub that starts while that one is away. */
public interface DirectoryCopies {

    /**
     * A reading.
     *
     * @param readAt when the directory gave it
     */
    record Copy(Instant readAt, List<Colleague> colleagues) {

        public Copy {
            colleagues = List.copyOf(colleagues);
        }
    }

    /**
     * Keeps a reading in place of the one before.
     *
     * @param source which directory
     */
    void keep(String source, Copy copy);

    /** The reading that was kept last. */
    Optional<Copy> last(String source);
}
