package fr.aubette.thread;

import fr.aubette.model.CaseFile;
import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.Suppression;
import fr.aubette.model.Threaded;
import fr.aubette.model.Threading;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketLink;
import fr.aubette.thread.OpenMatters.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides for each matter whether it is already open: by the ticket's number, by the mail that it answers, by the case
 * file, by the same citizen and motive, or by the same sender and words, each with its confidence and its evidence. A
 * mail that is there already, or one of a flood, opens nothing.
 */
@Component("threading")
public class TicketThreading {

    private static final int MOST_LINKS = 3;

    private final OpenMatters openMatters;
    private final Correspondence correspondence;
    private final ThreadSettings settings;
    private final Copies copies;
    private final Flood flood;

    public TicketThreading(
            OpenMatters openMatters, Correspondence correspondence, ThreadSettings settings, FloodSettings floods) {
        this.openMatters = openMatters;
        this.correspondence = correspondence;
        this.settings = settings;
        this.copies = new Copies(correspondence);
        this.flood = new Flood(correspondence, floods);
    }

    /** Decides for every matter; the clues that it went by stay locked until the transaction ends. */
    public Threaded thread(Classified classified) {
        List<Matter> matters = classified.classification().matters();
        if (matters.isEmpty()) {
            return new Threaded(classified, List.of());
        }
        References references = References.of(classified.contact());
        List<Candidate> candidates = new ArrayList<>(openMatters.find(clues(classified, references)));
        Optional<Suppression> nothing = copies.of(classified).or(() -> flood.of(classified));
        if (nothing.isPresent()) {
            return new Threaded(classified, List.of(), nothing);
        }
        Judge judge = new Judge(classified.identified(), references, settings, correspondence);
        List<Threading> threadings = new ArrayList<>();
        for (Matter matter : matters) {
            Threading threading = thread(matter, candidates, judge, threadings.isEmpty());
            threadings.add(threading);
            threading
                    .joins()
                    .ifPresent(joined -> candidates.removeIf(each -> each.id().equals(joined)));
        }
        return new Threaded(classified, threadings);
    }

    private static Threading thread(Matter matter, List<Candidate> candidates, Judge judge, boolean first) {
        List<Verdict> verdicts = candidates.stream()
                .flatMap(each -> judge.judge(each, matter, first).stream())
                .sorted(Comparator.comparingDouble(Verdict::confidence).reversed())
                .toList();
        Set<TicketId> leftOnPurpose = new HashSet<>();
        verdicts.stream()
                .filter(each ->
                        each.link().filter(TicketLink.Why.SAME_THREAD::equals).isPresent())
                .forEach(each -> leftOnPurpose.add(each.ticket().id()));
        Predicate<Verdict> counts =
                each -> each.joins() && !(leftOnPurpose.contains(each.ticket().id()) && isWeak(each));
        return verdicts.stream()
                .filter(counts)
                .findFirst()
                .map(best -> joining(matter, best, verdicts.stream().filter(counts)))
                .orElseGet(() -> opening(matter, verdicts));
    }

    /** Who wrote again under another subject meant another matter, however alike the rest is. */
    private static boolean isWeak(Verdict verdict) {
        return switch (verdict.ticket().clue()) {
            case CASE_FILE, CITIZEN, SENDER -> true;
            case NUMBER, MESSAGE -> false;
        };
    }

    private static Threading joining(Matter matter, Verdict best, Stream<Verdict> all) {
        List<Evidence> evidence = all.filter(
                        each -> each.ticket().id().equals(best.ticket().id()))
                .map(Verdict::evidence)
                .distinct()
                .toList();
        return new Threading(matter, Optional.of(best.ticket().id()), best.confidence(), evidence, List.of());
    }

    private static Threading opening(Matter matter, List<Verdict> verdicts) {
        List<TicketLink> links = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        Set<TicketId> linked = new HashSet<>();
        for (Verdict each : verdicts) {
            if (each.link().isPresent()
                    && links.size() < MOST_LINKS
                    && linked.add(each.ticket().id())) {
                links.add(new TicketLink(each.ticket().id(), each.link().get()));
                evidence.add(each.evidence());
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(new Evidence("no-open-ticket", "rien d'ouvert sur ce sujet"));
        }
        double sure = verdicts.isEmpty() ? 1 : verdicts.get(0).confidence();
        return new Threading(matter, Optional.empty(), sure, evidence, links);
    }

    private static OpenMatters.Clues clues(Classified classified, References references) {
        Contact contact = classified.contact();
        return new OpenMatters.Clues(
                references.ticketNumbers(),
                references.messageIds(),
                contact.channel() instanceof Mail mail ? mail.messageId() : Optional.empty(),
                contact.caseFiles().stream().map(CaseFile::folded).toList(),
                classified.identified().whose(),
                Sender.of(contact));
    }
}
