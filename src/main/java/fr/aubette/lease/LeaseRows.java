package fr.aubette.lease;

import java.time.Duration;

/** Port: the leases, by the database's own clock. */
public interface LeaseRows {

    /** Takes or renews a lease for this hub; false when another hub holds it. */
    boolean acquire(String name, Duration length);

    /** Ends every lease of this hub at once. */
    void releaseAll();
}
