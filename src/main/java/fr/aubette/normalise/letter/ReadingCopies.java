package fr.aubette.normalise.letter;

import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.letter.CopyBook.Taken;
import fr.aubette.normalise.letter.render.CopyPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The reading copy of a letter, a PDF/A-2b with its text behind its pictures, beside the original that nobody touches.
 * Made in a child process when somebody first asks for it, and kept: most letters are never asked for, and reading them
 * has taken what a page may take.
 */
@Component
public class ReadingCopies {

    /** Copies made at once: reading goes on beside. */
    private static final int AT_ONCE = 1;

    private final CopyBook book;
    private final PageSource source;
    private final ReadingSettings settings;
    private final Path scratch;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    ReadingCopies(CopyBook book, PageSource source, ReadingSettings settings, @Qualifier("scratch") Path scratch) {
        this.book = book;
        this.source = source;
        this.settings = settings;
        this.scratch = scratch;
    }

    /** The copy of a letter that became this contact; empty when it is no letter, or no page of it can be shown. */
    public Optional<Content> of(UUID contact) {
        Optional<Taken> letter = book.find(contact);
        Optional<Content> known = letter.flatMap(each -> book.copy(each.id()));
        return known.isPresent() ? known : letter.flatMap(this::made);
    }

    private Optional<Content> made(Taken letter) {
        try {
            if (!free.tryAcquire(settings.renderTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return book.copy(letter.id()).or(() -> fresh(letter));
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Content> fresh(Taken letter) {
        RawItem item = letter.item();
        List<PageResult> pages = Folds.of(source.pages(item)).stream()
                .filter(fold -> fold.number() == Fold.numberOf(item))
                .flatMap(fold -> fold.pages().stream())
                .filter(page -> page.state() != PageResult.State.UNREADABLE)
                .toList();
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory(scratch, "aubette-copy-");
            try {
                Path copy = folder.resolve("copy.pdf");
                return make(item, pages, folder, copy)
                        ? Optional.of(book.keep(letter.id(), Content.of(copy), pages.size()))
                        : Optional.empty();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean make(RawItem item, List<PageResult> pages, Path folder, Path copy)
            throws IOException, InterruptedException {
        Path file = folder.resolve("scan");
        try (InputStream in = item.content().open()) {
            Files.copy(in, file);
        }
        Path plan = Files.write(folder.resolve("plan"), plan(pages), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(RenderChild.java(settings, folder, CopyPages.class));
        command.addAll(List.of(
                file.toString(),
                plan.toString(),
                copy.toString(),
                "Copie de lecture, lettre " + Fold.numberOf(item) + " du fichier " + shortened(Fold.fileOf(item)),
                Integer.toString(settings.maxPages()),
                Long.toString(settings.maxPixels()),
                Integer.toString(settings.dpi())));
        ChildProcess.run(command, settings.renderTimeout().multipliedBy(pages.size()));
        return Files.exists(copy);
    }

    private static String shortened(String reference) {
        return reference.substring(0, Math.min(12, reference.length()));
    }

    private static List<String> plan(List<PageResult> pages) {
        List<String> plan = new ArrayList<>();
        for (PageResult page : pages) {
            plan.add("page\t" + page.number() + "\t" + page.rotation());
            String[] texts = page.text().strip().split("\\s+");
            if (page.words().isEmpty()) {
                page.text().lines().filter(line -> !line.isBlank()).forEach(line -> plan.add("line\t" + line));
            }
            for (int i = 0; i < Math.min(texts.length, page.words().size()); i++) {
                Word word = page.words().get(i);
                plan.add("word\t" + word.left() + "\t" + word.top() + "\t" + word.width() + "\t" + word.height() + "\t"
                        + texts[i]);
            }
        }
        return plan;
    }
}
