package fr.aubette.normalise.letter;

import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields;
import fr.aubette.model.LetterFields.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one letter of a file says, with how surely each thing was read. */
final class LetterReading {

    /** Under this mean confidence a page is handwriting or a poor scan: a person must look. */
    private static final int POOR = 60;

    private final Fold fold;
    private final LetterText said;
    private final LocalDate arrivedOn;
    private final List<ReadLine> lines;
    private final LetterSender sender;
    private final List<Found> returned;
    private final Optional<PageResult> envelope;

    LetterReading(Fold fold, LetterText said, LocalDate arrivedOn) {
        this.fold = fold;
        this.said = said;
        this.arrivedOn = arrivedOn;
        this.lines = ReadLine.of(fold.pages());
        this.sender = LetterSender.of(lines);
        this.returned = LetterFinds.returned(codes());
        this.envelope = Envelope.of(fold);
    }

    LetterSender sender() {
        return sender;
    }

    /** The line for the agent's list; of a fold that stays closed it says so and nothing else. */
    String subject() {
        Optional<String> unopened = fold.slip().toModel().flatMap(Letter.Slip::unopened);
        return unopened.map(why -> "Pli non ouvert : " + why.substring(0, Math.min(150, why.length())))
                .orElseGet(() -> said.subject(arrivedOn));
    }

    /** What was read; with the numbers of our tickets that only a printed code bears. */
    String text() {
        String text = fold.text();
        String numbers = returned.stream()
                .map(Found::value)
                .filter(number -> !text.contains(number))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? text : text + "\n\nNuméro lu dans le code imprimé : " + numbers;
    }

    LetterFields fields() {
        return new LetterFields(
                sender.name(),
                sender.address(),
                said.writtenOn(arrivedOn).map(date -> new Found(date.toString(), dateConfidence())),
                said.object().map(object -> new Found(object, confidence(said.objectLine()))),
                LetterFinds.reference(lines),
                sender.phones(),
                sender.mails(),
                LetterFinds.amounts(lines),
                LetterFinds.registered(lines, codes(), fold.slip().toModel().flatMap(Letter.Slip::registered)),
                LetterFinds.forms(lines),
                returned,
                envelope.map(PageResult::number),
                postmark(),
                LetterFinds.toReturn(lines, fold.slip().toReturn()));
    }

    /** As the mail room noted it, else as it was read. */
    private Optional<Found> postmark() {
        return fold.slip()
                .postmarkedOn()
                .map(day -> new Found(day.toString(), 100))
                .or(() -> envelope.flatMap(page -> Envelope.postmark(page, arrivedOn)));
    }

    /** Whether its pages were read so badly that nothing of them is sure. */
    static boolean isPoor(Fold fold) {
        return fold.pages().stream().anyMatch(page -> !page.text().isBlank() && page.confidence() < POOR);
    }

    private int dateConfidence() {
        return lines.stream()
                .filter(line -> FrenchDates.first(List.of(line.text())).isPresent())
                .findFirst()
                .map(ReadLine::confidence)
                .orElse(0);
    }

    private int confidence(int line) {
        return line < 0 || line >= lines.size() ? 0 : lines.get(line).confidence();
    }

    private List<String> codes() {
        return fold.pages().stream().flatMap(page -> page.codes().stream()).toList();
    }
}
