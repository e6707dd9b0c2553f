package fr.aubette.ticket;

import fr.aubette.model.Assignment;
import fr.aubette.model.Classified;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.Matter;
import fr.aubette.model.Threaded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a stage decided, in a line, and why.
 *
 * @param stage {@code identify}, {@code classify}, {@code thread} or {@code dispatch}
 * @param result codes and identities only, no word of the contact
 */
public record Decisions(String stage, String result, List<Evidence> evidence) {

    /** One line a stage, in the journey's order. */
    public static List<Decisions> of(Dispatched dispatched) {
        Classified classified = dispatched.threaded().classified();
        return List.of(
                new Decisions("identify", TicketBook.word(classified.identity()), identification(classified)),
                classification(classified),
                threading(dispatched.threaded()),
                new Decisions(
                        "dispatch",
                        dispatched.assignments().stream().map(Assignment::lead).collect(Collectors.joining(", ")),
                        dispatched.assignments().stream()
                                .flatMap(each -> each.evidence().stream())
                                .toList()));
    }

    private static List<Evidence> identification(Classified classified) {
        List<Evidence> evidence = new ArrayList<>(classified.identity().evidence());
        classified.identified().beneficiary().ifPresent(other -> {
            evidence.add(new Evidence("beneficiary", TicketBook.word(other)));
            other.evidence().forEach(each -> evidence.add(new Evidence("beneficiary-" + each.rule(), each.detail())));
        });
        return evidence;
    }

    private static Decisions threading(Threaded threaded) {
        return threaded.suppressed()
                .map(held -> new Decisions("thread", "suppressed", held.evidence()))
                .orElseGet(() -> new Decisions(
                        "thread",
                        threaded.threadings().stream()
                                .map(each -> each.joins().map(Object::toString).orElse("new"))
                                .collect(Collectors.joining(", ")),
                        threaded.threadings().stream()
                                .flatMap(each -> each.evidence().stream())
                                .toList()));
    }

    private static Decisions classification(Classified classified) {
        List<Matter> matters = classified.classification().matters();
        List<Evidence> evidence = new ArrayList<>();
        matters.forEach(matter -> evidence.addAll(matter.evidence()));
        classified.classification().suppressed().ifPresent(reason -> evidence.add(new Evidence("suppressed", reason)));
        String result = matters.isEmpty()
                ? "suppressed"
                : matters.stream().map(Matter::motive).collect(Collectors.joining(", "));
        return new Decisions("classify", result, evidence);
    }
}
