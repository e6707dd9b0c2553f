package fr.aubette.answer;

import fr.aubette.answer.Stop.Why;
import fr.aubette.answer.paper.WindowAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may leave: one reason each, the first that holds is told. */
final class GateRules {

    private final int maxAutomatic;

    GateRules(int maxAutomatic) {
        this.maxAutomatic = maxAutomatic;
    }

    /** Why it may not leave; empty when it may. */
    Optional<Stop> stop(Passage passage) {
        return Stream.of(
                        reachable(passage),
                        saysSomething(passage),
                        acknowledges(passage, passage.answer().finalText().orElse("")),
                        wished(passage),
                        signed(passage),
                        automatic(passage))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same for what is posted: no mailbox or server has a say. */
    Optional<Stop> stopOnPaper(Passage passage) {
        return saysSomething(passage)
                .or(() -> acknowledges(passage, passage.answer().finalText().orElse("")))
                .or(() -> wishedOnPaper(passage))
                .or(() -> signed(passage));
    }

    /** The same before it is submitted: nobody can have signed yet. */
    Optional<Stop> stopOfDraft(Passage passage) {
        return passage.answer().medium() == Answer.Medium.LETTER
                ? postable(passage).or(() -> wishedOnPaper(passage))
                : reachable(passage).or(() -> wished(passage));
    }

    private static Optional<Stop> postable(Passage passage) {
        List<String> lines = passage.answer().recipient().lines().toList();
        return WindowAddress.isWhole(lines)
                ? Optional.empty()
                : Optional.of(new Stop(Why.POSTAL, String.join(", ", lines)));
    }

    /** Who may be written to at one mailbox only has her letters read at home by somebody else. */
    private static Optional<Stop> wishedOnPaper(Passage passage) {
        if (passage.answer().kind() == Answer.Kind.TRANSFER) {
            return Optional.empty();
        }
        if (passage.wishes().stream().anyMatch(each -> each.kind() == Wish.Kind.NEVER_LETTER)) {
            return Optional.of(Stop.of(Why.NEVER_LETTER));
        }
        List<String> only = addresses(passage, Wish.Kind.ONLY_ADDRESS);
        return only.isEmpty() ? Optional.empty() : Optional.of(new Stop(Why.ONLY_ADDRESS, "courrier postal"));
    }

    /** An acknowledgement that may leave says all that the law asks for, and is ours to send. */
    static Optional<Stop> acknowledges(Passage passage, String text) {
        return passage.duty().flatMap(duty -> {
            if (duty.transferred()) {
                return Optional.of(Stop.of(Why.TRANSFERRED));
            }
            if (!duty.owed()) {
                return Optional.of(Stop.of(Why.NO_RECEIPT));
            }
            List<Duty.Item> missing = duty.missing(text);
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Stop(
                            Why.INCOMPLETE,
                            missing.stream().map(Duty.Item::label).collect(Collectors.joining(", "))));
        });
    }

    private static Optional<Stop> reachable(Passage passage) {
        String recipient = passage.answer().recipient();
        if (passage.mailbox().isEmpty()) {
            return Optional.of(Stop.of(Why.NO_MAILBOX));
        }
        if (!Addresses.isPlain(recipient)) {
            return Optional.of(new Stop(Why.ADDRESS, recipient));
        }
        return passage.ours().contains(Answer.addressKey(recipient))
                ? Optional.of(new Stop(Why.OURSELVES, recipient))
                : Optional.empty();
    }

    private static Optional<Stop> saysSomething(Passage passage) {
        String subject = passage.answer().finalSubject().orElse("");
        String text = passage.answer().finalText().orElse("");
        if (subject.isBlank() || text.isBlank()) {
            return Optional.of(Stop.of(Why.EMPTY));
        }
        return Stream.of(subject, text)
                .flatMap(each -> Template.places(each).stream())
                .map(name -> new Stop(Why.VARIABLE, name))
                .findFirst();
    }

    private static Optional<Stop> wished(Passage passage) {
        if (passage.answer().kind() == Answer.Kind.TRANSFER
                || passage.answer().kind().inside()) {
            return Optional.empty();
        }
        String key = Answer.addressKey(passage.answer().recipient());
        if (passage.wishes().stream().anyMatch(each -> each.kind() == Wish.Kind.NEVER_MAIL)) {
            return Optional.of(Stop.of(Why.NEVER_MAIL));
        }
        if (addresses(passage, Wish.Kind.NEVER_ADDRESS).contains(key)) {
            return Optional.of(new Stop(Why.NEVER_ADDRESS, passage.answer().recipient()));
        }
        List<String> only = addresses(passage, Wish.Kind.ONLY_ADDRESS);
        return only.isEmpty() || only.contains(key)
                ? Optional.empty()
                : Optional.of(new Stop(Why.ONLY_ADDRESS, passage.answer().recipient()));
    }

    private static List<String> addresses(Passage passage, Wish.Kind kind) {
        return passage.wishes().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> Answer.addressKey(each.address()))
                .toList();
    }

    /** By the motive that the ticket has now: one who qualifies it anew may make a signature needed. */
    private static Optional<Stop> signed(Passage passage) {
        if (passage.answer().kind().decidesNothing()) {
            return Optional.empty();
        }
        int round = StepBook.round(passage.steps());
        List<Step> last =
                passage.steps().stream().filter(each -> each.round() == round).toList();
        boolean open = last.stream().anyMatch(each -> each.state() != Step.State.GIVEN);
        boolean agreed = passage.approval().visas().stream()
                .allMatch(post -> last.stream()
                        .anyMatch(each ->
                                each.kind() == Step.Kind.VISA && each.post().equals(post)));
        boolean signed =
                !passage.approval().signature() || last.stream().anyMatch(each -> each.kind() == Step.Kind.SIGNATURE);
        return open || !agreed || !signed ? Optional.of(Stop.of(Why.NOT_SIGNED)) : Optional.empty();
    }

    private Optional<Stop> automatic(Passage passage) {
        if (passage.answer().kind() != Answer.Kind.RECEIPT) {
            return Optional.empty();
        }
        if (Addresses.isMachine(passage.answer().recipient())) {
            return Optional.of(new Stop(Why.MACHINE, passage.answer().recipient()));
        }
        return passage.automatic() >= maxAutomatic
                ? Optional.of(new Stop(Why.LOOP, Integer.toString(maxAutomatic)))
                : Optional.empty();
    }
}
