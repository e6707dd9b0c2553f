package fr.aubette.ticket;

import fr.aubette.model.Assignment;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.Person;
import fr.aubette.ticket.Addressee.Role;
import fr.aubette.ticket.TicketBook.TicketLine;
import fr.aubette.ticket.TicketRows.Row;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An elected official who writes for a citizen: both are answered, and nothing is over before they are. */
@Component
@Transactional
public class TwoAnswers implements Aftermath {

    /** The rule of dispatch's evidence that says so. */
    private static final String BOTH = "answer-both";

    /** The rule that names the citizen, where the contact has no place for it. */
    private static final String FOR = "answer-for";

    private final AddresseeRows rows;
    private final Clock clock;

    TwoAnswers(AddresseeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        Contact contact = dispatched.contact();
        List<Assignment> assignments = dispatched.assignments();
        for (int each = 0; each < assignments.size(); each++) {
            Assignment assignment = assignments.get(each);
            boolean both = assignment.evidence().stream()
                    .anyMatch(evidence -> evidence.rule().equals(BOTH));
            if (both && assignment.threading().joins().isEmpty()) {
                rows.keep(
                        tickets.get(each).id(),
                        List.of(addressee(Role.OFFICIAL, contact.requester()), citizen(contact, assignment)));
            }
        }
    }

    private static Addressee citizen(Contact contact, Assignment assignment) {
        return contact.beneficiary()
                .map(person -> addressee(Role.CITIZEN, person))
                .orElseGet(() -> new Addressee(
                        Role.CITIZEN,
                        assignment.evidence().stream()
                                .filter(each -> each.rule().equals(FOR))
                                .map(Evidence::detail)
                                .findFirst()
                                .orElse(""),
                        "",
                        Optional.empty()));
    }

    private static Addressee addressee(Role role, Person person) {
        String name = person.name()
                .orElseGet(() -> Stream.of(person.firstName(), person.lastName())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
        return new Addressee(role, name, person.mails().stream().findFirst().orElse(""), Optional.empty());
    }

    /** Both of a ticket; empty when it has one person to answer. */
    @Transactional(readOnly = true)
    public List<Addressee> of(Row ticket) {
        return rows.of(ticket.id());
    }

    /**
     * Notes an answer that has left.
     *
     * @param recipient its mail address; blank for one on paper, which goes to whoever is left
     * @return whether nobody is left
     */
    public boolean answered(Row ticket, String recipient, String actor) {
        List<Addressee> left = left(ticket);
        Optional<Addressee> named = left.stream()
                .filter(each -> !each.mail().isBlank() && same(each.mail(), recipient))
                .findFirst();
        Optional<Addressee> answered = named.or(() -> left.stream()
                .filter(each -> each.role() == Role.CITIZEN || recipient.isBlank())
                .reduce((former, latter) -> latter));
        answered.ifPresent(each -> rows.answered(ticket.id(), each.role(), actor, clock.instant()));
        return left(ticket).isEmpty();
    }

    /** Who is still owed an answer. */
    @Transactional(readOnly = true)
    public List<Addressee> left(Row ticket) {
        return rows.of(ticket.id()).stream()
                .filter(each -> each.answeredAt().isEmpty())
                .toList();
    }

    /** Notes it by hand; false when it was noted before. */
    boolean note(Row ticket, Role role, String actor) {
        return rows.answered(ticket.id(), role, actor, clock.instant());
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /** What an agent says of it, as the detail of a history line. */
    static Map<String, String> detail(Role role) {
        return Map.of("text", role == Role.OFFICIAL ? "à l'élu" : "à la personne pour qui il écrit");
    }
}
