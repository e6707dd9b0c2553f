package fr.aubette.cli;

import fr.aubette.identify.match.CountedNames;
import fr.aubette.identify.name.FirstName;
import fr.aubette.identify.name.Surname;
import java.sql.SQLException;

/** How common names are among the citizens of the database. */
final class CountedRegister {

    private static final String NAMES = """
            select kind, value, count(*) from citizen_fact where kind in ('surname', 'first-name') group by 1, 2
            """;

    private static final String SIZES = """
            select (select count(*) from citizen), (select count(distinct value) from citizen_fact where kind = 'phone'),
                   (select count(distinct value) from citizen_fact where kind = 'mail')
            """;

    private CountedRegister() {}

    static void read(BulkSql sql, CountedNames into) throws SQLException {
        sql.query(NAMES, row -> {
            if (row.getString(1).equals("surname")) {
                into.add(Surname.of(row.getString(2)), row.getInt(3));
            } else {
                into.add(FirstName.of(row.getString(2)), row.getInt(3));
            }
            return row.getInt(3);
        });
        sql.query(SIZES, row -> {
            into.sizes(row.getInt(1), row.getInt(2), row.getInt(3));
            return 1;
        });
    }
}
