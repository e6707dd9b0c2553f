package fr.aubette.model;

import java.io.IOException;

/** Port: the sounds of calls, kept and tied to their calls; neither the call nor its sound must come first. */
public interface CallSounds {

    /** How far the hub is with a sound. */
    State state(String line, String reference);

    /**
     * Keeps its bytes; when it returns they are safe.
     *
     * @throws IOException if they are not: offer it again
     */
    void keep(CallSound sound) throws IOException;

    /** Looks for the call of a sound that is kept; true once it is tied to it. */
    boolean tie(CallSound sound);

    /** How far the hub is with a sound. */
    enum State {
        /** Never seen. */
        NEW,
        /** Kept, its call not known yet. */
        KEPT,
        /** Its call has it, or its time is over. */
        DONE
    }
}
