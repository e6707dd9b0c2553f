package fr.aubette.store.lease;

import fr.aubette.lease.HubFolder;
import fr.aubette.lease.LeaseRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases of a hub other than the one under test, in the same database. */
public final class OtherHolder {

    private OtherHolder() {}

    public static LeaseRows rows(JdbcClient jdbc, HubFolder folder) {
        return new JdbcLeaseRows(jdbc, folder);
    }
}
