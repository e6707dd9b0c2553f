package fr.aubette.switchboard;

import fr.aubette.switchboard.CallerBook.Last;
import fr.aubette.switchboard.CallerBook.Matter;
import java.util.List;

/**
 * What one agent may see of who calls.
 *
 * @param people whom the number is known of, the likeliest first; nobody for an unknown number
 * @param open their open matters
 * @param last their last contacts
 */
public record Caller(List<Holder> people, List<Matter> open, List<Last> last) {

    public Caller {
        people = List.copyOf(people);
        open = List.copyOf(open);
        last = List.copyOf(last);
    }

    static Caller unknown() {
        return new Caller(List.of(), List.of(), List.of());
    }

    /** The open matters of one of these people. */
    public List<Matter> openOf(Holder person) {
        return open.stream()
                .filter(each -> person.members().contains(each.citizen()))
                .toList();
    }

    /** The last contacts of one of these people. */
    public List<Last> lastOf(Holder person) {
        return last.stream()
                .filter(each -> person.members().contains(each.citizen()))
                .toList();
    }
}
