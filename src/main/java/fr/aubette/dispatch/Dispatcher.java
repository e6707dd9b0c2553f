package fr.aubette.dispatch;

import fr.aubette.deadline.Deadlines;
import fr.aubette.dispatch.Sectoring.Placed;
import fr.aubette.model.Assignment;
import fr.aubette.model.Assignment.Priority;
import fr.aubette.model.Attribution;
import fr.aubette.model.CaseFile;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Deadline;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Evidence;
import fr.aubette.model.Letter;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.Person;
import fr.aubette.model.Sector;
import fr.aubette.model.Threaded;
import fr.aubette.model.Threading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives each matter its directorate, service, priority and clocks, as its motive in the catalogue says. */
@Component("dispatching")
public class Dispatcher {

    /** The elected officials' own directorate: they are answered, and so is the person they write for. */
    private static final String CABINET = "CABINET";

    private final Catalogue catalogue;
    private final Sectoring sectoring;
    private final Deadlines deadlines;

    public Dispatcher(Catalogue catalogue, Deadlines deadlines) {
        this.catalogue = catalogue;
        this.sectoring = new Sectoring(catalogue);
        this.deadlines = deadlines;
    }

    /**
     * Decides for every matter of a contact; nothing for a suppressed one.
     *
     * @throws IllegalArgumentException if a matter's motive is not in the catalogue
     */
    public Dispatched dispatch(Threaded threaded) {
        Contact contact = threaded.contact();
        Optional<String> known = threaded.classified().identified().home();
        return new Dispatched(
                threaded,
                threaded.threadings().stream()
                        .map(threading -> assignment(
                                threading,
                                contact,
                                known,
                                threaded.classified().identified().caseFiles()))
                        .toList());
    }

    private Assignment assignment(Threading threading, Contact contact, Optional<String> known, List<CaseFile> told) {
        Matter matter = threading.matter();
        Motive motive = catalogue.motive(matter.motive());
        LocalDate arrival = arrival(contact);
        Placed placed = sectoring.place(motive, matter.subject() + "\n" + matter.text(), home(contact, known));
        Optional<FiledWith> filed = FiledWith.of(matter, motive, told, catalogue);
        List<Evidence> evidence = evidence(matter, motive, contact, placed);
        filed.ifPresent(each -> evidence.addAll(each.evidence()));
        return new Assignment(
                threading,
                filed.map(each -> each.service(motive, placed)).orElse(placed.service()),
                filed.flatMap(FiledWith::site).or(placed::site),
                attributions(
                        threading, motive, filed.map(FiledWith::directorate).orElse(motive.directorate()), arrival),
                priority(matter, motive),
                clocks(threading, motive, contact, arrival),
                evidence);
    }

    /** A letter's clocks run from its arrival, never from its scan (CRPA L112-1). */
    private static LocalDate arrival(Contact contact) {
        return contact.channel() instanceof Letter letter ? letter.arrivedOn() : Deadlines.day(contact.receivedAt());
    }

    private List<Attribution> attributions(Threading threading, Motive motive, String lead, LocalDate arrival) {
        Matter matter = threading.matter();
        List<Attribution> parts = new ArrayList<>();
        parts.add(Attribution.lead(lead));
        boolean spreads = !matter.protectedLane() || motive.protectedLane();
        if (spreads) {
            Stream<String> asked = matter.protectedLane() ? Stream.empty() : matter.informed().stream();
            Stream.concat(motive.informed().stream(), asked)
                    .distinct()
                    .filter(code -> !code.equals(lead))
                    .filter(code -> catalogue.directorates().containsKey(code))
                    .forEach(code -> parts.add(Attribution.information(code)));
        }
        if (spreads && threading.joins().isEmpty()) {
            motive.contributions().stream()
                    .filter(owed -> !owed.directorate().equals(lead))
                    .forEach(owed -> parts.add(contribution(owed, arrival)));
        }
        return parts;
    }

    private Attribution contribution(Motive.Contribution owed, LocalDate arrival) {
        LocalDate dueOn = deadlines.after(arrival, owed.amount(), owed.unit());
        return new Attribution(owed.directorate(), Attribution.Role.CONTRIBUTION, Optional.of(dueOn));
    }

    /** Never the address of who writes for somebody else; what the message does not say, the citizen's file may. */
    private static String home(Contact contact, Optional<String> known) {
        return contact.beneficiary()
                .map(Person::address)
                .orElseGet(() -> contact.requester().address().or(() -> known))
                .orElse("");
    }

    private static String whose(Contact contact) {
        if (contact.beneficiary().isPresent()) {
            return "bénéficiaire";
        }
        return contact.requester().address().isPresent() ? "demandeur" : "demandeur, telle que connue";
    }

    /** An official who writes for somebody: both are answered. */
    private static List<Evidence> both(Matter matter, Contact contact) {
        Optional<String> named = contact.beneficiary().isPresent() ? Optional.empty() : OnBehalf.of(matter.text());
        if (contact.beneficiary().isEmpty() && named.isEmpty()) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("answer-both", "deux réponses : à l'élu et à la personne pour qui il écrit"));
        named.ifPresent(name -> evidence.add(new Evidence("answer-for", name)));
        return evidence;
    }

    private static boolean asks(Matter matter, String directorate) {
        return matter.informed().contains(directorate);
    }

    private static String why(Sector sector, Contact contact) {
        if (!sector.college().isBlank()) {
            return sector.college();
        }
        if (!sector.road().isBlank()) {
            return sector.road();
        }
        return "adresse du " + whose(contact);
    }

    private static Priority priority(Matter matter, Motive motive) {
        if (matter.protectedLane() || motive.protectedLane()) {
            return Priority.PROTECTED;
        }
        return motive.urgent() ? Priority.URGENT : Priority.NORMAL;
    }

    /** Only a new ticket's are counted here: those of one that is joined follow from all that happened to it. */
    private List<Deadline> clocks(Threading threading, Motive motive, Contact contact, LocalDate arrival) {
        return threading.joins().isPresent()
                ? List.of()
                : deadlines.of(motive, arrival, contact.channel().kind());
    }

    private static List<Evidence> evidence(Matter matter, Motive motive, Contact contact, Placed placed) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("motive-directorate", motive.code() + " : " + motive.directorate()));
        if (!motive.partner().isBlank()) {
            evidence.add(new Evidence("partner", motive.partner()));
        }
        placed.sector()
                .ifPresent(each -> evidence.add(new Evidence("sector", each.site() + " : " + why(each, contact))));
        if (placed.sector().isEmpty() && placed.site().isPresent()) {
            evidence.add(new Evidence(
                    "sector-unknown",
                    "ni lieu ni adresse du " + (contact.beneficiary().isPresent() ? "bénéficiaire" : "demandeur")));
        }
        if (motive.directorate().equals(CABINET) || asks(matter, CABINET)) {
            evidence.addAll(both(matter, contact));
        }
        if (contact.channel() instanceof Letter letter) {
            AppealInTime.of(letter, matter.text()).ifPresent(evidence::add);
        }
        if (matter.protectedLane() && !motive.protectedLane()) {
            evidence.add(new Evidence("protected-not-spread", "circuit protégé : aucune autre direction informée"));
        }
        return evidence;
    }
}
