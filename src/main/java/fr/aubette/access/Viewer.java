package fr.aubette.access;

import fr.aubette.access.Right.Kind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The person who is signed in, with what she may do today: her own rights and those of the absent whom she replaces.
 *
 * @param login sign-in name, as in a ticket's history
 * @param displayName as colleagues read it
 * @param rights own and held for others
 * @param deputyFor sign-in names of those she replaces today
 */
public record Viewer(UUID account, String login, String displayName, Set<Right> rights, List<String> deputyFor) {

    public Viewer {
        rights = Set.copyOf(rights);
        deputyFor = List.copyOf(deputyFor);
    }

    public boolean is(Kind kind) {
        return rights.stream().anyMatch(right -> right.kind() == kind);
    }

    /** Directorates whose tickets she works on, sorted. */
    public List<String> directorates() {
        return directorates(Kind.AGENT, Kind.SUPERVISOR);
    }

    /** Directorates whose protected tickets she sees, sorted. */
    public List<String> protectedIn() {
        return directorates(Kind.PROTECTED);
    }

    /** Walled services that she sees, as {@code DIRECTORATE/SERVICE}, sorted. */
    public List<String> behindWalls() {
        return rights.stream()
                .filter(right -> right.kind() == Kind.WALLED)
                .map(right -> right.directorate() + "/" + right.service())
                .sorted()
                .toList();
    }

    /** Her sign-in name and those of whom she replaces: whose tickets are hers today. */
    public List<String> names() {
        return Stream.concat(Stream.of(login), deputyFor.stream()).toList();
    }

    /** Whether she may change a ticket that this directorate leads; to see it is not enough. */
    public boolean mayAct(String directorate, boolean protectedLane) {
        return (protectedLane ? protectedIn() : directorates()).contains(directorate);
    }

    /** Whether she may look after what could not be handled. */
    public boolean handlesQuarantine() {
        return is(Kind.ADMINISTRATOR) || is(Kind.MAILROOM) || is(Kind.SUPERVISOR);
    }

    /** Whether she looks after scanned letters until they are on their way. */
    public boolean handlesMail() {
        return is(Kind.MAILROOM);
    }

    /** Whether she may watch how calls go everywhere. */
    public boolean watchesCalls() {
        return is(Kind.SUPERVISOR) || is(Kind.SWITCHBOARD) || is(Kind.ADMINISTRATOR);
    }

    /** Whether she may type a visit or a call. */
    public boolean meetsCitizens() {
        return !directorates().isEmpty() || is(Kind.SWITCHBOARD) || is(Kind.MAILROOM);
    }

    private List<String> directorates(Kind... kinds) {
        Set<Kind> wanted = Set.of(kinds);
        return rights.stream()
                .filter(right -> wanted.contains(right.kind()))
                .map(Right::directorate)
                .distinct()
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }
}
