package fr.aubette.cli;

import fr.aubette.identify.find.WrittenForms;
import fr.aubette.identify.match.Keys;
import fr.aubette.identify.match.Profile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The keys and written forms by which citizens are found: they follow from what is known of each. */
final class CitizenIndex {

    private static final String KEYS = """
            insert into citizen_key (key, citizen_id)
            select key, id from unnest(?::uuid[], ?::bigint[]) as given (id, key) on conflict do nothing
            """;

    private static final String FORMS = """
            insert into citizen_form (form, citizen_id)
            select form, id from unnest(?::uuid[], ?::text[]) as given (id, form) on conflict do nothing
            """;

    private CitizenIndex() {}

    /** Adds those of citizens who have none, or of whom more is known. */
    static void add(BulkSql sql, List<Profile> citizens) throws SQLException {
        List<String> holders = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        for (Profile profile : citizens) {
            Keys.of(profile).stream().map(Keys::hashed).distinct().forEach(key -> {
                holders.add(profile.id());
                keys.add(key);
            });
            WrittenForms.of(profile).forEach(form -> {
                found.add(profile.id());
                forms.add(form);
            });
        }
        sql.run(FORMS, found.toArray(String[]::new), forms.toArray(String[]::new));
        sql.run(KEYS, holders.toArray(String[]::new), keys.toArray(Long[]::new));
    }

    /** Puts these in the place of those that were. */
    static void replace(BulkSql sql, List<Profile> citizens) throws SQLException {
        String[] ids = citizens.stream().map(Profile::id).toArray(String[]::new);
        sql.run("delete from citizen_key where citizen_id = any(?::uuid[])", (Object) ids);
        sql.run("delete from citizen_form where citizen_id = any(?::uuid[])", (Object) ids);
        add(sql, citizens);
    }
}
