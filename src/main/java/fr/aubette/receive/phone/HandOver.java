package fr.aubette.receive.phone;

import fr.aubette.model.RawItem;

/** Where calls that are over go. */
@FunctionalInterface
interface HandOver {

    /**
     * Returns only when the call is safe.
     *
     * @throws RuntimeException if it is not: it will be offered again
     */
    void handOver(RawItem call);
}
