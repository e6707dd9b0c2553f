package fr.aubette.receive.letter.remote;

import fr.aubette.intake.Intake;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.intake.Taken;
import fr.aubette.model.IntakeId;
import fr.aubette.model.RawItem;
import fr.aubette.receive.letter.DropSettings;
import fr.aubette.receive.letter.InOrder;
import fr.aubette.receive.letter.LetterItems;
import fr.aubette.receive.letter.NotedPages;
import fr.aubette.receive.letter.Refusals;
import fr.aubette.routes.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.RoutePolicySupport;

/** A hub's side of a drop folder on a server: the route file that ships, and an intake that remembers what it took. */
final class DropReader {

    private final RealFileServers servers;
    private final Path scratch;
    final List<RawItem> taken = new CopyOnWriteArrayList<>();
    final Map<String, IntakeId> safe = new ConcurrentHashMap<>();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    final List<Refusals.Refusal> refused = new CopyOnWriteArrayList<>();
    final List<String> pages = new CopyOnWriteArrayList<>();
    final NotedPages noted = new NotedPages((source, reference) -> safe.containsKey(reference));
    volatile boolean closed;

    DropReader(RealFileServers servers, Path scratch) {
        this.servers = servers;
        this.scratch = scratch;
    }

    private Taken take(RawItem item) {
        if (closed) {
            throw new IntakeUnavailable("no room");
        }
        boolean first = safe.putIfAbsent(item.reference(), new IntakeId(UUID.randomUUID())) == null;
        if (first) {
            taken.add(item);
        }
        if ("application/zip".equals(item.mediaType())) {
            open(item);
        }
        return new Taken(safe.get(item.reference()), first);
    }

    CamelContext reading(String protocol, Map<String, String> more) throws Exception {
        SettledRemotely settled = new SettledRemotely(
                new DropSettings(Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(30)),
                Clock.systemUTC());
        Intake door = this::take;
        Map<String, Object> beans = new HashMap<>();
        beans.put("letterItems", new LetterItems(Clock.systemUTC()));
        beans.put("intake", door);
        beans.put("remoteScans", new RemoteScans());
        beans.put("fetchWhen-single-settled", settled);
        beans.put("fetchWhen-single-marked", new MarkedRemotely());
        beans.put("fetchWhen-single-renamed", new RenamedRemotely());
        RemoteTaking numbered = new RemoteTaking();
        DropSettings gathering =
                new DropSettings(Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofSeconds(1));
        beans.put("fetchWhen-numbered-settled", numbered.settled(settled, gathering, noted, Clock.systemUTC()));
        beans.put(
                "fetchWhen-numbered-marked",
                numbered.marked(new MarkedRemotely(), gathering, noted, Clock.systemUTC()));
        beans.put("remotePages", new RemotePages(noted));
        beans.put("inOrder", new InOrder());
        beans.put(
                "refusedRemotely",
                new RefusedRemotely(new Troubles(), (source, since) -> refused(source, since), Clock.systemUTC()));
        beans.put("sourceLife", new RoutePolicySupport() {});
        beans.put("leasedInMeasure", new RoutePolicySupport() {});
        beans.put("drop-sftp", new SftpDrops(scratch));
        beans.put("drop-ftps", new FtpsDrops(scratch));
        CamelContext camel = RouteFile.load("12-receive-letter-" + protocol + ".camel.yaml", beans);
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, "receive-letter-" + protocol)
                .routeId("receive-letter-" + protocol + "-brennac")
                .parameter("name", "brennac");
        entry(protocol, more).forEach(route::parameter);
        route.add();
        camel.start();
        return camel;
    }

    Map<String, String> entry(String protocol, Map<String, String> more) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "host", "localhost",
                "folder", "depot",
                "site", "Brennac",
                "delay", "200"));
        if (protocol.equals("sftp")) {
            entry.put("port", Integer.toString(servers.sftp));
            entry.put("user", System.getProperty("user.name"));
            entry.put("hostKeys", servers.hostKeys().toString());
            entry.put("key", servers.accountKey().toString());
        } else {
            entry.put("port", Integer.toString(servers.ftps));
            entry.put("user", "anonymous");
            entry.put("password", "scanner@departement.example");
            entry.put("trust", servers.certificate().toString());
        }
        entry.putAll(more);
        return entry;
    }

    private List<Refusals.Refusal> refused(String source, Instant since) {
        return source.equals("brennac")
                ? refused.stream().filter(each -> each.at().isAfter(since)).toList()
                : List.of();
    }

    List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What lies in a bundle, while it is there. */
    private void open(RawItem item) {
        try {
            Path copy = Files.createTempFile("aubette-bundle", ".zip");
            try (java.io.InputStream in = item.content().open()) {
                Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            pages.clear();
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                    pages.add(entry.getName() + " " + entry.getComment() + " "
                            + new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fetching() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.anyMatch(file -> file.toString().endsWith(".inprogress"));
        } catch (UncheckedIOException changed) {
            return false;
        }
    }

    /** What health would be told. */
    private final class Troubles extends DefaultPollingConsumerPollStrategy {

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
            StringBuilder said = new StringBuilder();
            for (Throwable each = cause; each != null; each = each.getCause()) {
                said.append(each.getMessage()).append(' ');
            }
            troubles.add(said.toString());
            return false;
        }
    }
}
