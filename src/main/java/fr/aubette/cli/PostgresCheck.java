package fr.aubette.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Whether PostgreSQL answers, lets the hub in, is recent enough, durable, and lets it make its tables. */
record PostgresCheck(String url, String user, String password) implements Check {

    private static final int LEAST = 15;

    private static final String SETTINGS = """
            select current_setting('server_version_num')::int / 10000, current_setting('fsync'),
                   current_setting('synchronous_commit'), current_setting('full_page_writes'),
                   coalesce(has_schema_privilege(current_user, current_schema(), 'create'), false)
            """;

    @Override
    public Finding look() {
        try (Connection connection = connect(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            return found(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
        } catch (SQLException e) {
            return refused(String.valueOf(e.getSQLState()));
        }
    }

    /** A connection that gives up within seconds. */
    static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "4");
        properties.setProperty("loginTimeout", "4");
        properties.setProperty("socketTimeout", "4");
        return DriverManager.getConnection(url, properties);
    }

    static Finding found(int version, String fsync, String commit, String pages, boolean mayCreate) {
        if (version < LEAST) {
            return Finding.failure(
                    new Said("PostgreSQL " + version + " is too old", "PostgreSQL " + version + " est trop ancien"),
                    new Said("use PostgreSQL 15 or later", "utilisez PostgreSQL 15 ou plus récent"));
        }
        if (!mayCreate) {
            return Finding.failure(
                    new Said("the account may not make tables", "le compte ne peut pas créer de tables"),
                    new Said(
                            "grant create on schema public to the hub's account",
                            "accordez « create on schema public » au compte d'Aubette"));
        }
        if (fsync.equals("off") || commit.equals("off") || pages.equals("off")) {
            String values = "fsync=" + fsync + ", synchronous_commit=" + commit + ", full_page_writes=" + pages;
            return Finding.failure(
                    new Said("a power cut would lose data: " + values, "une coupure perdrait des données : " + values),
                    new Said("set all three on in postgresql.conf", "mettez les trois à « on » dans postgresql.conf"));
        }
        return Finding.ok("PostgreSQL " + version + ", durable", "PostgreSQL " + version + ", durable");
    }

    private Finding refused(String state) {
        return switch (state) {
            case "28P01", "28000" ->
                Finding.failure(
                        new Said("PostgreSQL refuses the account " + user, "PostgreSQL refuse le compte " + user),
                        new Said(
                                "check spring.datasource.username and password, and pg_hba.conf",
                                "vérifiez spring.datasource.username et password, et pg_hba.conf"));
            case "3D000" ->
                Finding.failure(
                        new Said("the database does not exist", "la base n'existe pas"),
                        new Said(
                                "create the database of spring.datasource.url",
                                "créez la base de spring.datasource.url"));
            default ->
                Finding.failure(
                        new Said("no answer (SQL state " + state + ")", "pas de réponse (état SQL " + state + ")"),
                        new Said(
                                "start PostgreSQL, or correct spring.datasource.url",
                                "démarrez PostgreSQL ou corrigez spring.datasource.url"));
        };
    }
}
