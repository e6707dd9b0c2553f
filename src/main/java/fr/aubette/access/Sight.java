package fr.aubette.access;

import fr.aubette.access.Right.Kind;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import java.util.List;
import java.util.Map;

/**
 * What one person sees of a ticket: the rule, once, in the words of PostgreSQL, so that no list, count, search, page or
 * push can forget it.
 *
 * @param own directorates whose tickets she works on
 * @param protectedIn directorates whose protected tickets she sees
 * @param behindWalls walled services that she sees, {@code DIRECTORATE/SERVICE}
 * @param knowsOfAll whether she sees everywhere that an ordinary matter exists
 * @param hidden motives whose existence is hidden outside the lead directorate
 * @param restricted directorates whose tickets are theirs alone
 * @param walled every walled service, {@code DIRECTORATE/SERVICE}
 */
public record Sight(
        List<String> own,
        List<String> protectedIn,
        List<String> behindWalls,
        boolean knowsOfAll,
        List<String> hidden,
        List<String> restricted,
        List<String> walled) {

    /** She does not see that it exists. */
    public static final int NOTHING = 0;
    /** She sees its number, dates, state and directorate. */
    public static final int METADATA = 1;
    /** She sees all of it. */
    public static final int CONTENT = 2;

    /**
     * An expression over the row {@code t} of {@code ticket}: 0, 1 or 2, as the constants; its parameters are
     * {@link #parameters()}.
     */
    public static final String LEVEL = """
            case
                when t.priority = 'protected' or t.motive = any(:hidden::text[]) then
                    case when t.directorate = any(:protectedIn::text[])
                           or not t.motive = any(:hidden::text[]) and exists (
                                select 1 from attribution a
                                where a.ticket_id = t.id and a.directorate = any(:protectedIn::text[]))
                         then 2 else 0 end
                when t.directorate || '/' || coalesce(t.service, '') = any(:walled::text[]) then
                    case when t.directorate || '/' || coalesce(t.service, '') = any(:behindWalls::text[]) then 2
                         when :knowsOfAll then 1 else 0 end
                when t.directorate = any(:own::text[]) then 2
                when exists (
                    select 1 from attribution a
                    where a.ticket_id = t.id and a.directorate = any(:own::text[])
                      and (a.role = 'contribution' or not t.directorate = any(:restricted::text[]))) then 2
                when :knowsOfAll then 1
                when cardinality(:own::text[]) > 0 and (
                    not t.directorate = any(:restricted::text[])
                    or exists (select 1 from attribution a
                               where a.ticket_id = t.id and a.directorate = any(:own::text[]))) then 1
                else 0
            end
            """;

    public Sight {
        own = List.copyOf(own);
        protectedIn = List.copyOf(protectedIn);
        behindWalls = List.copyOf(behindWalls);
        hidden = List.copyOf(hidden);
        restricted = List.copyOf(restricted);
        walled = List.copyOf(walled);
    }

    /** What this person sees in this département. */
    public static Sight of(Viewer viewer, Catalogue catalogue) {
        return new Sight(
                viewer.directorates(),
                viewer.protectedIn(),
                viewer.behindWalls(),
                viewer.is(Kind.SWITCHBOARD),
                catalogue.motives().values().stream()
                        .filter(Motive::hidden)
                        .map(Motive::code)
                        .sorted()
                        .toList(),
                catalogue.directorates().values().stream()
                        .filter(Directorate::restricted)
                        .map(Directorate::code)
                        .sorted()
                        .toList(),
                catalogue.directorates().values().stream()
                        .flatMap(each -> each.walled().stream().map(service -> each.code() + "/" + service))
                        .sorted()
                        .toList());
    }

    /** Whether she knows of citizens whom few may know of. */
    public boolean confidential() {
        return !protectedIn.isEmpty();
    }

    /** The named parameters of {@link #LEVEL}. */
    public Map<String, Object> parameters() {
        return Map.of(
                "own", own.toArray(String[]::new),
                "protectedIn", protectedIn.toArray(String[]::new),
                "behindWalls", behindWalls.toArray(String[]::new),
                "knowsOfAll", knowsOfAll,
                "hidden", hidden.toArray(String[]::new),
                "restricted", restricted.toArray(String[]::new),
                "walled", walled.toArray(String[]::new));
    }
}
