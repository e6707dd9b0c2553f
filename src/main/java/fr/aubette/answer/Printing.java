package fr.aubette.answer;

import fr.aubette.answer.AnswerFiles.Kept;
import fr.aubette.answer.PrintBatch.Letter;
import fr.aubette.answer.paper.LetterPrinter;
import fr.aubette.answer.paper.PaperLetter;
import fr.aubette.answer.paper.PaperSettings;
import fr.aubette.answer.paper.PdfSheaf;
import fr.aubette.model.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints what goes by post, in batches. Each letter's PDF is made once, before its batch exists: a crash meanwhile
 * leaves letters that still wait, and a batch printed again is the same to the byte of each letter.
 */
@Component
public class Printing {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PrintBook batches;
    private final Posting posting;
    private final AnswerFiles files;
    private final LetterPrinter printer;
    private final PaperSettings settings;
    private final Path scratch;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Printing(
            PrintBook batches,
            Posting posting,
            AnswerFiles files,
            LetterPrinter printer,
            PaperSettings settings,
            @Qualifier("scratch") Path scratch,
            Clock clock,
            PlatformTransactionManager manager) {
        this.batches = batches;
        this.posting = posting;
        this.files = files;
        this.printer = printer;
        this.settings = settings;
        this.scratch = scratch;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Letters that lie in no batch and could be printed now, the oldest first. */
    public List<Posting.Sheet> waiting() {
        return posting.unprinted(settings.most() * 2);
    }

    /** The letter alone, as it would be printed. */
    public byte[] pdf(Posting.Sheet sheet) {
        return printer.letter(letter(sheet));
    }

    /**
     * Makes a batch of what waits.
     *
     * @param whose the letters that are the maker's to print
     * @param restricted whether only who sees all of its tickets may print it
     * @return empty when nothing waits
     */
    public Optional<PrintBatch> make(Actor by, Predicate<Posting.Sheet> whose, boolean restricted) {
        List<Letter> letters = new ArrayList<>();
        waiting().stream()
                .filter(whose)
                .filter(posting::canBePosted)
                .limit(settings.most())
                .sorted(Comparator.comparing((Posting.Sheet each) -> each.directorate())
                        .thenComparing(Posting.Sheet::number))
                .forEach(each -> letters.add(made(each, letters.size() + 1)));
        return letters.isEmpty()
                ? Optional.empty()
                : transactions.execute(transaction ->
                        batches.begin(UUID.randomUUID(), clock.instant(), by.login(), restricted, letters));
    }

    private Letter made(Posting.Sheet sheet, int place) {
        byte[] pdf = pdf(sheet);
        Kept kept = kept(pdf);
        List<String> lines = sheet.lines();
        return new Letter(
                place,
                sheet.answer().id(),
                sheet.number(),
                lines.get(lines.size() - 1),
                PdfSheaf.pages(pdf),
                kept.sha256(),
                kept.size(),
                sheet.answer().files().stream().map(Answer.File::name).toList(),
                Optional.empty());
    }

    private Kept kept(byte[] pdf) {
        try {
            return files.keep(Content.of(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PaperLetter letter(Posting.Sheet sheet) {
        return new PaperLetter(
                sheet.number(),
                sheet.service(),
                sheet.lines(),
                LocalDate.ofInstant(clock.instant(), PARIS),
                sheet.answer().finalSubject().orElse(""),
                sheet.text(),
                sheet.answer().files().stream().map(Answer.File::name).toList());
    }

    /** The slip and all letters as one PDF; who asks for it is taken to print it. */
    public void print(PrintBatch batch, Actor by, OutputStream out) {
        try (PdfSheaf sheaf = new PdfSheaf(scratch, settings.duplex())) {
            sheaf.add(printer.sheet("slip", Map.of("batch", batch, "duplex", settings.duplex())));
            for (Letter each : batch.going()) {
                sheaf.add(files.find(each.sha256()));
            }
            sheaf.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transactions.executeWithoutResult(transaction -> batches.printed(batch.id(), clock.instant(), by.login()));
    }

    /** Takes a letter out of a batch that is not posted; it waits for the next one. */
    public void takeOut(PrintBatch batch, int place, String why) {
        transactions.executeWithoutResult(transaction -> batches.takeOut(batch.id(), place, why));
    }

    /**
     * Says that the batch was handed to the post that day: each letter counts as the answer of its ticket. A crash
     * meanwhile leaves some of them posted; said again, the rest follow.
     *
     * @return letters that may not leave after all, by place: they are taken out
     * @throws TooLate if it was not printed, or the day cannot be
     */
    public List<Integer> posted(PrintBatch batch, LocalDate on, Actor by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        if (batch.printedAt().isEmpty() || on.isAfter(today) || on.isBefore(day(batch.madeAt()))) {
            throw new TooLate(-1);
        }
        List<Integer> kept = new ArrayList<>();
        for (Letter each : batch.going()) {
            try {
                posting.posted(each.answer(), on, by);
            } catch (CannotLeave e) {
                takeOut(batch, each.place(), e.stop().why().name());
                kept.add(each.place());
            } catch (TooLate e) {
                // somebody posted it by hand, or an earlier try got so far
            }
        }
        transactions.executeWithoutResult(transaction -> batches.posted(batch.id(), on, clock.instant(), by.login()));
        return kept;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PARIS);
    }
}
