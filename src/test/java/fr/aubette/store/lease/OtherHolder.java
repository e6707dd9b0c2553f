package fr.aubette.store.lease;

import fr.aubette.lease.HubFolder;
import fr.aubette.lease.LeaseRows;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases of a hub other than the one under test, in the same database. */
public final class OtherHolder {

    private OtherHolder() {}

    /** With a folder of its own: it would else be taken for the former life of the hub under test. */
    public static LeaseRows rows(JdbcClient jdbc, Path folder) throws IOException {
        return new JdbcLeaseRows(jdbc, HubFolder.in(folder));
    }
}
