package fr.aubette.access;

import fr.aubette.access.Right.Kind;
import fr.aubette.model.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every right that can be given in this département. */
public final class Rights {

    private Rights() {}

    /** First those that hold everywhere, then directorate by directorate, by label. */
    public static List<Right> of(Catalogue catalogue) {
        Stream<Right> everywhere =
                Stream.of(Kind.SWITCHBOARD, Kind.MAILROOM, Kind.ADMINISTRATOR).map(Right::everywhere);
        Stream<Right> inDirectorates = catalogue.directorates().values().stream()
                .sorted(Comparator.comparing(each -> each.label()))
                .flatMap(each -> Stream.concat(
                        Stream.of(Kind.AGENT, Kind.SUPERVISOR, Kind.PROTECTED).map(kind -> Right.in(kind, each.code())),
                        each.walled().stream().map(service -> new Right(Kind.WALLED, each.code(), service))));
        return Stream.concat(everywhere, inDirectorates).toList();
    }
}
