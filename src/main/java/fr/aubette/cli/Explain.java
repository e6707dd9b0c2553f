package fr.aubette.cli;

import fr.aubette.ami.AmiLog;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Received;
import fr.aubette.quarantine.Failure;
import fr.aubette.settings.WrongConfiguration;
import fr.aubette.stream.DryRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.BindException;

/**
 * Prints what the hub would make of files: one JSON line for each contact, with every field and the reason of each
 * decision. It runs the route files that ship, without a server and without memory of other contacts.
 */
final class Explain {

    private static final String USAGE = """
            Usage: ./aubette explain [--as phone|mail|letter|form] [--at 2026-06-01T08:30:00Z] FILE...
              FILE  a raw AMI log, a mail, a scan or a form's JSON; a folder; @LIST for a file that names others; - for names on the standard input
            Utilisation : ./aubette explain [--as phone|mail|letter|form] [--at 2026-06-01T08:30:00Z] FICHIER...
              FICHIER  un journal AMI brut, un courriel, un courrier numérisé ou le JSON d'un formulaire ; un dossier ; @LISTE pour un fichier qui en nomme d'autres ; - pour des noms sur l'entrée standard
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Lines lines = new Lines();
    private boolean allOpened = true;

    Explain(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Explains; 0 when every file was, 1 when one could not be opened, 2 when nothing could begin. */
    int run(String... args) {
        try {
            ExplainArguments asked = ExplainArguments.parse(args);
            HubEnvironment settings = HubEnvironment.read();
            try (DryRun journey = new DryRun(
                    Path.of("routes"), JourneyBeans.of(settings), new NoTransaction(), new SettingsSource(settings))) {
                FileItems items = new FileItems(asked.at());
                Path from = Path.of(System.getProperty("aubette.called-from", ""));
                new NamedFiles(from, in, named -> explain(named, asked.as(), items, journey)).read(asked.names());
                items.finish();
            }
            return allOpened ? 0 : 1;
        } catch (WrongUsage e) {
            return wrong(e.getMessage() + "\n" + USAGE);
        } catch (WrongConfiguration | BindException e) {
            return wrong("config/ cannot be used / config/ est inutilisable\n" + e.getMessage());
        } catch (InvalidPathException | IOException e) {
            return wrong(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private int wrong(String message) {
        out.flush();
        err.println("aubette explain: " + message);
        err.flush();
        return 2;
    }

    private void explain(NamedFiles.Named file, Optional<ChannelKind> as, FileItems items, DryRun journey) {
        try {
            requireReadable(file);
            Optional<ChannelKind> kind = as.isPresent() ? as : FileKind.of(file.path());
            if (kind.isEmpty()) {
                notOpened(
                        file,
                        "refused",
                        "neither its name nor its content tells its channel: use --as / ni son nom ni "
                                + "son contenu ne disent son canal : utilisez --as");
                return;
            }
            Counter counter = new Counter(file.name(), journey);
            AmiLog.Skipped skipped = items.read(file.path(), kind.get(), counter::decide);
            remark(file, counter.items + (items.goOn() ? 1 : 0), skipped);
        } catch (IOException e) {
            notOpened(file, "failed", e.getClass().getSimpleName() + ": " + e.getMessage());
        } finally {
            out.flush();
        }
    }

    private static void requireReadable(NamedFiles.Named file) throws IOException {
        if (!Files.exists(file.path())) {
            throw new IOException("no such file / fichier introuvable");
        }
        if (!Files.isRegularFile(file.path()) || !Files.isReadable(file.path())) {
            throw new IOException("not a readable file / fichier illisible");
        }
    }

    private void notOpened(NamedFiles.Named file, String kind, String reason) {
        allOpened = false;
        out.println(lines.failed(file.name(), 1, kind, "open", reason));
        err.println("aubette explain: " + file.name() + ": " + reason);
    }

    private void remark(NamedFiles.Named file, int items, AmiLog.Skipped skipped) {
        if (items == 0) {
            err.println("aubette explain: " + file.name() + ": no call of a citizen / aucun appel d'usager");
        }
        if (skipped.lines() + skipped.blocks() > 0) {
            err.printf(
                    "aubette explain: %s: %d line(s) skipped, %d block(s) unfinished / ligne(s) ignorée(s), bloc(s) inachevé(s)%n",
                    file.name(), skipped.lines(), skipped.blocks());
        }
    }

    /** Numbers the items of one file, from 1. */
    private final class Counter {

        private final String file;
        private final DryRun journey;
        private int items;

        Counter(String file, DryRun journey) {
            this.file = file;
            this.journey = journey;
        }

        void decide(RawItem item) {
            List<RawItem> letters = new ArrayList<>(List.of(item));
            List<Dispatched> decided = new ArrayList<>();
            while (decided.size() < letters.size()) {
                Optional<Dispatched> one = decided(letters.get(decided.size()));
                if (one.isEmpty()) {
                    break;
                }
                decided.add(one.get());
                if (one.get().contact().channel() instanceof Letter letter && letter.fold() < letter.folds()) {
                    letters.add(next(item, letter.fold() + 1));
                }
            }
            List<Contact> folds = decided.stream()
                    .map(Dispatched::contact)
                    .filter(contact -> contact.channel() instanceof Letter)
                    .toList();
            decided.forEach(each -> out.println(lines.of(file, ++items, each, folds)));
        }

        private Optional<Dispatched> decided(RawItem item) {
            try {
                return Optional.of(journey.decide(new Received(new IntakeId(UUID.randomUUID()), item)));
            } catch (DryRun.Stopped e) {
                out.println(lines.of(file, ++items, Failure.of(e.getCause() == null ? e : e.getCause())));
                return Optional.empty();
            }
        }

        /** A further letter of the same scan, as the hub takes it in. */
        private RawItem next(RawItem scan, int letter) {
            Map<String, String> facts = new HashMap<>(scan.facts());
            facts.put("letter", Integer.toString(letter));
            return new RawItem(
                    scan.channel(),
                    scan.source(),
                    scan.reference() + "#" + letter,
                    scan.receivedAt(),
                    scan.mediaType(),
                    facts,
                    scan.content());
        }
    }
}
