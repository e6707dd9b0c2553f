package fr.aubette.normalise.letter;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.Letter.Reading;
import fr.aubette.model.LetterFields;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.normalise.Beneficiaries;
import fr.aubette.normalise.CaseFileNumbers;
import fr.aubette.normalise.ChannelNormaliser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a contact of the pages of a scanned letter; what could not be read still becomes one, for a person to see. */
@Component
public final class LetterNormaliser implements ChannelNormaliser {

    /** The fact that the mail room has said when the letter arrived: it knows better than the separator sheet. */
    private static final String CORRECTED = "arrivalCorrected";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Most remarks about single pages: beyond, their number says enough. */
    private static final int MAX_REMARKS = 10;

    private final PageSource source;

    LetterNormaliser(PageSource source) {
        this.source = source;
    }

    /** A normaliser that reads the pages itself and keeps nothing: for use without a server. */
    public static LetterNormaliser readingDirectly(ReadingSettings settings) {
        return new LetterNormaliser(
                new DirectPages(PageReader.oneByOne(settings, Path.of(System.getProperty("java.io.tmpdir")))));
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.LETTER;
    }

    @Override
    public Contact normalise(RawItem item) {
        Scan scan = source.pages(item);
        refuseWhatNobodyCanRead(scan);
        List<Fold> folds = Folds.of(scan);
        Fold fold = fold(scan, folds, Fold.numberOf(item));
        String text = fold.text();
        LocalDate arrivedOn = item.facts().containsKey(CORRECTED)
                ? arrivedOn(item)
                : fold.slip().arrivedOn().orElseGet(() -> arrivedOn(item));
        LetterText said = new LetterText(text);
        LetterReading read = new LetterReading(fold, said, arrivedOn);
        LetterFields fields = read.fields();
        Letter letter = new Letter(
                item.facts().getOrDefault("site", ""),
                arrivedOn,
                pages(fold),
                reading(scan, fold),
                said.writtenOn(arrivedOn),
                remarks(scan, fold),
                fold.number(),
                folds.stream().mapToInt(Fold::number).max().orElse(1),
                fold.slip().toModel(),
                fields);
        return new Contact(
                letter,
                item.receivedAt(),
                read.subject(),
                read.text(),
                read.sender().toPerson(),
                Beneficiaries.in(read.text(), read.sender().toPerson()),
                CaseFileNumbers.in(text),
                List.of());
    }

    private static Fold fold(Scan scan, List<Fold> folds, int number) {
        return folds.stream()
                .filter(fold -> fold.number() == number && !fold.pages().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refused(NoLetter.why(scan.results())));
    }

    private static void refuseWhatNobodyCanRead(Scan scan) {
        scan.refused().ifPresent(reason -> {
            throw new Refused(reason);
        });
        List<PageResult> results = scan.results();
        if (results.stream().allMatch(page -> page.state() == PageResult.State.UNREADABLE)) {
            throw new Refused(
                    results.isEmpty()
                            ? "le fichier n'a aucune page"
                            : results.get(0).reason());
        }
    }

    private static LocalDate arrivedOn(RawItem item) {
        try {
            return LocalDate.parse(item.facts().getOrDefault("arrivedOn", ""));
        } catch (DateTimeParseException e) {
            return LocalDate.ofInstant(item.receivedAt(), PARIS);
        }
    }

    private static List<Letter.Page> pages(Fold fold) {
        return fold.sheets().stream()
                .map(page -> new Letter.Page(
                        page.number(),
                        page.text(),
                        page.confidence(),
                        Letter.PageKind.valueOf(page.kind().name()),
                        page.rotation(),
                        page.words().stream().map(Word::confidence).toList()))
                .toList();
    }

    private static Reading reading(Scan scan, Fold fold) {
        boolean something = fold.pages().stream().anyMatch(page -> !page.text().isBlank());
        boolean everything = scan.damage().isEmpty()
                && fold.pages().stream().allMatch(page -> page.state() == PageResult.State.READ);
        return !something ? Reading.NOT_READ : everything ? Reading.WHOLE : Reading.IN_PART;
    }

    private static List<String> remarks(Scan scan, Fold fold) {
        List<String> remarks = new ArrayList<>();
        scan.damage().ifPresent(remarks::add);
        fold.remark().ifPresent(remarks::add);
        fold.slip().toModel().flatMap(Letter.Slip::unopened).ifPresent(why -> remarks.add("pli non ouvert : " + why));
        if (LetterReading.isPoor(fold)) {
            remarks.add("écriture manuscrite ou numérisation médiocre : la lecture est peu sûre");
        }
        List<PageResult> failed = fold.pages().stream()
                .filter(page -> page.state() != PageResult.State.READ)
                .toList();
        failed.stream()
                .limit(MAX_REMARKS)
                .forEach(page -> remarks.add("page " + page.number() + " : " + page.reason()));
        if (failed.size() > MAX_REMARKS) {
            remarks.add("et " + (failed.size() - MAX_REMARKS) + " autres pages non lues");
        }
        return remarks;
    }
}
