package fr.aubette.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What a hub asks the one that listens to an exchange to have done there.
 *
 * @param id of this order, for the answer to it
 * @param hub the one that is asked
 * @param extension of the agent whose telephone it is about
 * @param number to call, or to pass the call on to
 * @param conversation the call to pass on; null: place one
 */
record HubOrder(
        String id,
        String hub,
        String line,
        String extension,
        String number,
        @Nullable String conversation) {

    /**
     * How it went.
     *
     * @param id of the order
     * @param refusal why not, for the agent; blank when it was taken
     */
    record Answer(String id, String refusal) {}
}
