package fr.aubette.switchboard;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewers;
import fr.aubette.model.CaseFile;
import fr.aubette.model.Catalogue;
import fr.aubette.model.TicketId;
import fr.aubette.normalise.CaseFileNumbers;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.CallFormRows.FileHolder;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What an agent's form of a call says that the call itself cannot: the case file it is about, entered or told in the
 * note, whose it is when the note names its holder or the holder's own telephone called, and who deals with it.
 * Somebody of whom the agent may not know is to her form as if there were no such file. So the mail that confirms the
 * call finds its ticket.
 */
@Component
class QuotedInForm {

    private final CallFormRows rows;
    private final CallerBook book;
    private final Viewers viewers;
    private final Catalogue catalogue;

    QuotedInForm(CallFormRows rows, CallerBook book, Viewers viewers, Catalogue catalogue) {
        this.rows = rows;
        this.book = book;
        this.viewers = viewers;
        this.catalogue = catalogue;
    }

    /**
     * What is quoted.
     *
     * @param numbers as compared
     * @param holder the one whom something vouches for besides the number
     * @param chosen whether the holder's own telephone called: the agent was shown the holder's open tickets
     * @param directorate who deals with the files; empty when nobody known does, or several
     */
    record Quoted(List<String> numbers, Optional<FileHolder> holder, boolean chosen, Optional<String> directorate) {

        static final Quoted NOTHING = new Quoted(List.of(), Optional.empty(), false, Optional.empty());

        /** @param calling who is known by the calling number */
        static Quoted of(Said said, List<String> numbers, List<FileHolder> holders, Set<UUID> calling) {
            Set<String> words = words(said.note());
            List<FileHolder> fitting = holders.stream()
                    .filter(each -> calling.contains(each.person()) || each.isNamedIn(words))
                    .toList();
            boolean one = fitting.stream().map(FileHolder::person).distinct().count() == 1;
            Optional<FileHolder> holder = one ? Optional.of(fitting.get(0)) : Optional.empty();
            List<String> directorates =
                    holders.stream().map(FileHolder::directorate).distinct().toList();
            return new Quoted(
                    numbers,
                    holder,
                    holder.filter(who -> calling.contains(who.person())).isPresent(),
                    directorates.size() == 1 ? Optional.of(directorates.get(0)) : Optional.empty());
        }
    }

    /** What a form quotes, as far as its agent may know of whom. */
    Quoted in(CallForm form) {
        List<String> numbers = numbers(form.said());
        Optional<Sight> sight = viewers.find(form.login()).map(viewer -> Sight.of(viewer, catalogue));
        if (numbers.isEmpty() || sight.isEmpty()) {
            return Quoted.NOTHING;
        }
        Set<UUID> calling = form.number()
                .map(number -> book.known(book.holders(number), sight.get()))
                .map(Set::copyOf)
                .orElse(Set.of());
        return Quoted.of(form.said(), numbers, rows.holders(numbers, sight.get()), calling);
    }

    /**
     * The holder's only open ticket that quotes the same file, about the same motive when one is known; empty when the
     * agent was shown it and did not choose it.
     */
    Optional<String> openTicket(CallForm form, Quoted quoted, String motive) {
        return quoted.holder()
                .filter(who -> !quoted.chosen())
                .flatMap(who -> viewers.find(form.login())
                        .flatMap(viewer ->
                                rows.quoting(quoted.numbers(), who.person(), motive, Sight.of(viewer, catalogue))));
    }

    /** Ties the ticket to the files; it becomes the holder's. */
    void tie(TicketId ticket, Quoted quoted) {
        if (!quoted.numbers().isEmpty()) {
            rows.quotes(ticket, quoted.numbers());
        }
        quoted.holder().ifPresent(who -> rows.belongsTo(ticket, who.citizen()));
    }

    /** The numbers, as compared: the one that was entered, then those of the note. */
    static List<String> numbers(Said said) {
        return Stream.concat(Stream.of(said.caseFile()), CaseFileNumbers.in(said.note()).stream())
                .map(CaseFile::folded)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
