package fr.aubette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.hub.HubDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeltaRollbackTest {

    @RegisterExtension
    static final HubDatabase DATABASE = new HubDatabase();

    /** What a citizen is made of: it goes with the citizen, or is put back with it. */
    private static final Set<String> OWN = Set.of(
            "citizen.person",
            "citizen_fact.citizen_id",
            "citizen_key.citizen_id",
            "citizen_form.citizen_id",
            "citizen_batch_change.citizen_id");

    private static final String COLUMNS = """
            select t.relname || '.' || a.attname
            from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = any(f.conkey)
            where f.contype = 'f' and f.confrelid = 'citizen'::regclass
            union
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and column_name in ('citizen_id', 'beneficiary_id')
              and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')
            """;

    @Test
    void keepsWhomAnyTablePointsAt() {
        List<String> columns = DATABASE.jdbc().sql(COLUMNS).query(String.class).list();

        assertThat(columns).hasSizeGreaterThan(15).containsAll(OWN);
        assertThat(columns.stream().filter(column -> !OWN.contains(column)).collect(Collectors.toSet()))
                .isSubsetOf(DeltaRollback.TOUCHED_BY);
    }
}
