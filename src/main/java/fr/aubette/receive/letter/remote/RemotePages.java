package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.Bundle;
import fr.aubette.receive.letter.FetchedPages;
import fr.aubette.receive.letter.FetchedPages.Page;
import fr.aubette.receive.letter.FileTail;
import fr.aubette.receive.letter.LetterItems;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** Fetches the other files of a letter whose first one was fetched, and makes one file of them all. */
@Component("remotePages")
public final class RemotePages {

    private final FetchedPages fetched;

    RemotePages(FetchedPages fetched) {
        this.fetched = fetched;
    }

    /**
     * A step of the route; nothing for a file that is for itself.
     *
     * @throws NotWholeYet if one is not as long as listed, or looks cut and may still be written
     */
    public void gather(Exchange exchange, @ExchangeProperty("source") String source) throws IOException {
        RemoteLetter letter = exchange.getProperty(RemoteLetter.PROPERTY, RemoteLetter.class);
        if (letter == null) {
            return;
        }
        Path first = exchange.getMessage().getBody(File.class).toPath();
        Path bundle = first.resolveSibling(Bundle.fileName(letter.name()));
        SortedMap<Integer, Path> files = new TreeMap<>();
        whenDone(exchange, files, bundle);
        for (Map.Entry<Integer, Page> page : letter.pages().entrySet()) {
            Path file = page.getKey().equals(letter.pages().firstKey())
                    ? first
                    : fetch(exchange, letter, page.getValue().path());
            files.put(page.getKey(), file);
            boolean all = Files.size(file) == page.getValue().size();
            if (!all || !letter.patient() && !FileTail.looksComplete(file.toFile())) {
                letter.whenCut().run();
                throw new NotWholeYet();
            }
        }
        Bundle.pack(files, bundle);
        fetched.note(
                exchange.getFromRouteId(),
                source,
                LetterItems.sha256(bundle),
                List.copyOf(letter.pages().values()));
        exchange.getMessage().setBody(bundle.toFile());
        exchange.getMessage().setHeader(Exchange.FILE_LAST_MODIFIED, letter.written());
    }

    private static Path fetch(Exchange exchange, RemoteLetter letter, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String beside = letter.first().getRelativeFilePath();
        GenericFile<Object> page = new RemoteFile<>();
        page.setFileNameOnly(name);
        page.setRelativeFilePath(beside.substring(0, beside.lastIndexOf('/') + 1) + name);
        Exchange own = exchange.getFromEndpoint().createExchange();
        own.setProperty(FileComponent.FILE_EXCHANGE_FILE, page);
        if (!letter.line().retrieveFile(path, own, 0)) {
            throw new NotWholeYet();
        }
        return ((File) page.getBody()).toPath();
    }

    /** However it ends, nothing of it stays on this disk. */
    private static void whenDone(Exchange exchange, SortedMap<Integer, Path> files, Path bundle) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                files.values().forEach(file -> file.toFile().delete());
                bundle.toFile().delete();
            }
        });
    }
}
