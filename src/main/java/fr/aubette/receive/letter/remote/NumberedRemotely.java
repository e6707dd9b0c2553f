package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropFile;
import fr.aubette.receive.letter.DropSettings;
import fr.aubette.receive.letter.FetchedPages;
import fr.aubette.receive.letter.FetchedPages.Page;
import fr.aubette.receive.letter.MarkedFiles;
import fr.aubette.receive.letter.PageName;
import fr.aubette.receive.letter.TakeWhen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the numbered files of a letter go together, with the first of them, once all have come by the rules of a local
 * folder; what has no number goes by itself. Files of a letter that was taken before a kill are only moved away.
 */
final class NumberedRemotely extends TakeWhen<Object> {

    /** A folder is listed once for all its files that Camel comes by. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Letters remembered; beyond, those not looked at for long are forgotten. */
    private static final int MANY = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(NumberedRemotely.class);

    private final TakeWhen<Object> alone;
    private final boolean marked;
    private final DropSettings settings;
    private final FetchedPages fetched;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * A strategy.
     *
     * @param alone for files without a number
     * @param marked whether only a marker says that all have come
     */
    NumberedRemotely(TakeWhen<Object> alone, boolean marked, DropSettings settings, FetchedPages fetched, Clock clock) {
        this.alone = alone;
        this.marked = marked;
        this.settings = settings;
        this.fetched = fetched;
        this.clock = clock;
    }

    private record Look(Instant at, RemoteListing listing, List<Page> taken) {}

    private record Seen(String print, Instant since, boolean cut) {}

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) throws Exception {
        Optional<PageName> name = PageName.of(entry.getFileNameOnly());
        if (name.isEmpty()) {
            return alone.acquireExclusiveReadLock(operations, entry, exchange);
        }
        Look look = look(operations, entry, exchange.getFromRouteId());
        if (isTaken(look, entry)) {
            move(operations, entry, List.of(entry.getAbsoluteFilePath()));
            fetched.forget(exchange.getFromRouteId(), List.of(entry.getAbsoluteFilePath()));
            return false;
        }
        SortedMap<Integer, Page> pages = look.listing().letter(name.get().letter());
        boolean first =
                pages.values().stream().limit(1).anyMatch(page -> page.path().equals(entry.getAbsoluteFilePath()));
        return first && hasAllCome(operations, entry, exchange, look.listing(), pages);
    }

    private Look look(GenericFileOperations<Object> operations, GenericFile<Object> entry, String place) {
        String folder = RemoteListing.folder(entry);
        Instant now = clock.instant();
        Look look = looks.get(place + "|" + folder);
        if (look == null || Duration.between(look.at(), now).compareTo(LOOK) >= 0) {
            look = new Look(now, RemoteListing.of(operations, folder), fetched.taken(place));
            looks.put(place + "|" + folder, look);
        }
        return look;
    }

    /** One of the same name that is not the same was written since. */
    private static boolean isTaken(Look look, GenericFile<Object> entry) {
        return look.taken()
                .contains(new Page(entry.getAbsoluteFilePath(), entry.getFileLength(), entry.getLastModified()));
    }

    private boolean hasAllCome(
            GenericFileOperations<Object> operations,
            GenericFile<Object> entry,
            Exchange exchange,
            RemoteListing listing,
            SortedMap<Integer, Page> pages) {
        String name = PageName.of(entry.getFileNameOnly()).orElseThrow().letter();
        Optional<String> marker = listing.path(name + DropFile.MARKER);
        Instant now = clock.instant();
        String key = key(exchange, entry, name);
        Seen last = seen.compute(
                key,
                (any, before) -> before != null && before.print().equals(RemoteLetter.print(pages))
                        ? before
                        : new Seen(RemoteLetter.print(pages), now, false));
        Duration quiet = Duration.between(last.since(), now);
        boolean patient = marker.isPresent() || quiet.compareTo(longest()) >= 0;
        boolean ready =
                patient || quiet.compareTo(settings.gather()) >= 0 && !last.cut() && RemoteLetter.isComplete(pages);
        exchange.setProperty(
                RemoteLetter.PROPERTY,
                new RemoteLetter(
                        operations,
                        entry,
                        name,
                        pages,
                        markers(listing, marker, pages),
                        patient,
                        () -> seen.put(key, new Seen(last.print(), last.since(), true))));
        return marker.isPresent() || ready && !marked;
    }

    private Duration longest() {
        return settings.patience().compareTo(settings.gather()) > 0 ? settings.patience() : settings.gather();
    }

    private static List<String> markers(
            RemoteListing listing, Optional<String> marker, SortedMap<Integer, Page> pages) {
        Stream<String> own = pages.values().stream()
                .flatMap(page -> MarkedFiles.markers(page.path()))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .flatMap(name -> listing.path(name).stream());
        return Stream.concat(marker.stream(), own).distinct().toList();
    }

    private static String key(Exchange exchange, GenericFile<Object> entry, String name) {
        return exchange.getFromRouteId() + "|" + RemoteListing.folder(entry) + "|" + name;
    }

    @Override
    protected void taken(GenericFileOperations<Object> operations, GenericFile<Object> entry, Exchange exchange) {
        RemoteLetter letter = exchange.getProperty(RemoteLetter.PROPERTY, RemoteLetter.class);
        if (letter == null) {
            alone.releaseExclusiveReadLockOnCommit(operations, entry, exchange);
            return;
        }
        List<String> paths = letter.pages().values().stream().map(Page::path).toList();
        move(operations, entry, paths);
        letter.markers().stream().filter(operations::existsFile).forEach(operations::deleteFile);
        fetched.forget(exchange.getFromRouteId(), paths);
        seen.remove(key(exchange, entry, letter.name()));
        looks.clear();
        if (seen.size() > MANY) {
            Instant old = clock.instant().minus(longest().multipliedBy(10));
            seen.values().removeIf(each -> each.since().isBefore(old));
        }
    }

    /** To where Camel moves the first one; what is there of that name is an older one. */
    private static void move(GenericFileOperations<Object> operations, GenericFile<Object> entry, List<String> paths) {
        String folder = entry.getEndpointPath().isEmpty() ? "taken" : entry.getEndpointPath() + "/taken";
        operations.buildDirectory(folder, false);
        for (String path : paths) {
            if (operations.existsFile(path)) {
                String to = folder + "/" + path.substring(path.lastIndexOf('/') + 1);
                if (operations.existsFile(to)) {
                    operations.deleteFile(to);
                }
                if (!operations.renameFile(path, to)) {
                    LOG.warn("A file that was taken could not be moved to taken/ on its server");
                }
            }
        }
    }
}
