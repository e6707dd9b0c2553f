package fr.aubette.switchboard;

import fr.aubette.model.CaseFile;
import fr.aubette.model.CitizenId;
import fr.aubette.model.TicketId;
import fr.aubette.normalise.CaseFileNumbers;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an agent's note of a call says that the call itself cannot: the case file it is about, and whose it is when the
 * note also names its holder. So the mail that confirms the call finds its ticket.
 */
@Component
class QuotedInNote {

    private final CallFormRows rows;

    QuotedInNote(CallFormRows rows) {
        this.rows = rows;
    }

    /** Ties the ticket to the files that the note quotes; it becomes the one holder's whom it names. */
    void tie(TicketId ticket, String note) {
        List<String> numbers =
                CaseFileNumbers.in(note).stream().map(CaseFile::folded).toList();
        if (numbers.isEmpty()) {
            return;
        }
        rows.quotes(ticket, numbers);
        Set<String> words = words(note);
        List<CitizenId> named = rows.holders(numbers).stream()
                .filter(each -> words.containsAll(words(each.lastName())) && words.containsAll(words(each.firstName())))
                .map(CallFormRows.FileHolder::citizen)
                .distinct()
                .toList();
        if (named.size() == 1) {
            rows.belongsTo(ticket, named.get(0));
        }
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Set.copyOf(Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
