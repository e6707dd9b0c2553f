package fr.aubette.desk;

import fr.aubette.access.Readings;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.duty.Paging;
import fr.aubette.incident.IncidentRows.Member;
import fr.aubette.incident.Incidents;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.model.Partner;
import fr.aubette.partner.Transferring;
import fr.aubette.ticket.AddresseeRows;
import fr.aubette.ticket.NotPossible;
import fr.aubette.ticket.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket: what was said over all channels, what was done, what is owed, what can be done. */
@Page
class TicketPage {

    /** Reports of one incident, shown at most. */
    private static final int MOST_REPORTS = 100;

    private final TicketFiles files;
    private final Acting acting;
    private final Readings readings;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final AnswerDesk answers;
    private final Placing placing;
    private final Transferring transferring;
    private final Paging paging;
    private final AddresseeRows addressees;
    private final SoundLines sounds;
    private final Incidents incidents;

    TicketPage(
            TicketFiles files,
            Acting acting,
            Readings readings,
            Catalogue catalogue,
            Timeline timeline,
            AnswerDesk answers,
            Placing placing,
            Transferring transferring,
            Paging paging,
            AddresseeRows addressees,
            SoundLines sounds,
            Incidents incidents) {
        this.incidents = incidents;
        this.addressees = addressees;
        this.paging = paging;
        this.sounds = sounds;
        this.placing = placing;
        this.transferring = transferring;
        this.answers = answers;
        this.files = files;
        this.acting = acting;
        this.readings = readings;
        this.catalogue = catalogue;
        this.timeline = timeline;
    }

    @GetMapping("/demandes/{number}")
    String show(Viewer viewer, Sight sight, @PathVariable String number, Model model) {
        TicketFile file = files.file(number, sight).orElseThrow(NotThere::new);
        Header header = file.header();
        List<AnswerDesk.Shown> written = header.whole() ? answers.shown(header, viewer) : List.of();
        boolean mayAct = viewer.mayAct(header.directorate(), header.protectedLane());
        if (header.whole()) {
            model.addAttribute("wishes", answers.wishes(header));
            model.addAttribute("answers", written);
            model.addAttribute("composer", mayAct ? answers.composer(header, viewer) : null);
            model.addAttribute("telephones", placing.can(viewer) ? telephones(file) : List.of());
            readings.note(viewer, header.id(), Readings.Purpose.PAGE);
        }
        boolean waits =
                header.whole() && header.protectedLane() && header.status().equals("open");
        model.addAttribute("addressees", header.whole() ? addressees.of(header.id()) : List.of());
        model.addAttribute("duty", waits ? paging.onDuty(header.directorate()) : List.of());
        model.addAttribute("sounds", header.whole() ? sounds.of(header.id(), sight) : Map.of());
        model.addAttribute("acknowledgeable", mayAct && answers.acknowledgeable(file, written));
        model.addAttribute(
                "incomplete",
                file.deadlines().stream().anyMatch(each -> each.restsUntil().isPresent()));
        model.addAttribute("guide", guide(header));
        model.addAttribute("transfers", header.whole() ? transferring.of(header.id()) : List.of());
        model.addAttribute(
                "partners",
                catalogue.partners().values().stream()
                        .sorted(Comparator.comparing(Partner::label))
                        .toList());
        model.addAttribute("incident", header.whole() ? incident(header, sight) : List.of());
        model.addAttribute("theirs", motive(header).map(Motive::partner).orElse(""));
        model.addAttribute("file", file);
        model.addAttribute("t", header);
        model.addAttribute("moments", timeline.of(file, written));
        model.addAttribute("caseFiles", timeline.caseFiles(file));
        model.addAttribute("mayAct", mayAct);
        model.addAttribute(
                "directorates",
                catalogue.directorates().values().stream()
                        .filter(each -> !each.code().equals(header.directorate()))
                        .sorted(Comparator.comparing(each -> each.label()))
                        .toList());
        model.addAttribute(
                "motives",
                catalogue.motives().values().stream()
                        .filter(each -> !each.code().equals(Matter.TRIAGE))
                        .sorted(Comparator.comparing(Motive::directorate).thenComparing(Motive::label))
                        .toList());
        return "desk/ticket";
    }

    /** Numbers that its contacts gave. */
    private static List<String> telephones(TicketFile file) {
        return file.contacts().stream()
                .filter(TicketFile.Said::whole)
                .flatMap(each -> each.requester().phones().stream())
                .distinct()
                .toList();
    }

    /** The reports that this viewer may know of. */
    private List<Member> incident(Header header, Sight sight) {
        return incidents.of(header.id()).stream()
                .filter(each -> files.header(each.number(), sight).isPresent())
                .limit(MOST_REPORTS)
                .toList();
    }

    private Optional<Motive> motive(Header header) {
        return Optional.ofNullable(catalogue.motives().get(header.motive()));
    }

    private Motive.Guide guide(Header header) {
        return motive(header).map(Motive::guide).orElse(Motive.Guide.NONE);
    }

    @PostMapping("/demandes/{number}/{word}")
    String act(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String target,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Verb verb = Verb.ofWord(word).orElseThrow(NotThere::new);
        try {
            acting.act(viewer, sight, number, verb, new Acting.Asked(version, text, target));
        } catch (Stale e) {
            return again("stale", HttpServletResponse.SC_CONFLICT, viewer, sight, number, verb, text, model, response);
        } catch (NotPossible e) {
            String why = "notpossible." + e.why().name().toLowerCase(java.util.Locale.ROOT);
            return again(why, HttpServletResponse.SC_BAD_REQUEST, viewer, sight, number, verb, text, model, response);
        }
        next.addFlashAttribute("done", verb.code());
        if (verb == Verb.FALSE_ALARM) {
            return "redirect:/fausses-alertes";
        }
        boolean stillSeen = files.header(number, sight).isPresent();
        return stillSeen ? "redirect:/demandes/" + number : "redirect:/demandes";
    }

    /** The page as the ticket now is, with the reason, and with what was typed. */
    private String again(
            String why,
            int status,
            Viewer viewer,
            Sight sight,
            String number,
            Verb verb,
            String text,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("problem", why);
        model.addAttribute("typed", Map.of(verb.code(), text));
        return show(viewer, sight, number, model);
    }
}
