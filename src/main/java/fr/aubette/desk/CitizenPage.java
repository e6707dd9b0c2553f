package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.Citizens.CitizenFile;
import fr.aubette.desk.SideBySide.Column;
import fr.aubette.identify.Merging;
import fr.aubette.identify.Weighing;
import fr.aubette.identify.match.Candidate;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Person;
import fr.aubette.model.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A citizen: what is known and from where, the tickets, what was merged and how to take it back. */
@Page
class CitizenPage {

    private static final int MOST_TICKETS = 100;
    private static final int LONGEST_REASON = 500;

    private final Citizens citizens;
    private final Lines lines;
    private final Weighing weighing;
    private final SideBySide sides;
    private final Merging merging;

    CitizenPage(Citizens citizens, Lines lines, Weighing weighing, SideBySide sides, Merging merging) {
        this.citizens = citizens;
        this.lines = lines;
        this.weighing = weighing;
        this.sides = sides;
        this.merging = merging;
    }

    @GetMapping("/usagers/{id}")
    String show(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam(name = "q", defaultValue = "") String typed,
            Model model) {
        CitizenFile file = file(viewer, sight, id);
        UUID person = file.found().id();
        model.addAttribute("c", file);
        model.addAttribute("lines", lines.ofPerson(person, MOST_TICKETS, sight));
        model.addAttribute("sought", typed.strip());
        model.addAttribute(
                "others",
                typed.isBlank()
                        ? List.of()
                        : citizens.search(typed, SearchPage.MOST_CITIZENS, sight).stream()
                                .filter(each -> !each.id().equals(person))
                                .toList());
        model.addAttribute("mayHide", sight.confidential());
        return "desk/citizen";
    }

    @GetMapping("/usagers/{id}/avec/{other}")
    String compare(Viewer viewer, Sight sight, @PathVariable UUID id, @PathVariable UUID other, Model model) {
        CitizenFile file = file(viewer, sight, id);
        Citizens.Known beside = citizens.known(other, sight).orElseThrow(NotThere::new);
        Person person = person(file);
        List<Candidate> weighed = weighing.of(person, false, List.of(beside.profile()));
        model.addAttribute("c", file);
        model.addAttribute("columns", List.of(new Column(beside.found().id(), beside.found(), 1, -1)));
        model.addAttribute("rows", sides.rows(person, weighed));
        return "desk/compare";
    }

    @PostMapping("/usagers/{id}/reunir")
    String merge(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam UUID other,
            @RequestParam String reason,
            RedirectAttributes next) {
        both(viewer, sight, id, other);
        return done(
                id,
                next,
                "citizen.merged",
                () -> merging.merge(new CitizenId(id), new CitizenId(other), viewer.login(), reason(reason)));
    }

    @PostMapping("/usagers/{id}/jamais")
    String never(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam UUID other,
            @RequestParam String reason,
            RedirectAttributes next) {
        both(viewer, sight, id, other);
        return done(
                id,
                next,
                "citizen.never",
                () -> merging.never(new CitizenId(id), new CitizenId(other), viewer.login(), reason(reason)));
    }

    @PostMapping("/usagers/{id}/separer")
    String undo(Viewer viewer, Sight sight, @PathVariable UUID id, @RequestParam UUID merge, RedirectAttributes next) {
        boolean its = file(viewer, sight, id).members().stream()
                .flatMap(member -> member.merge().stream())
                .anyMatch(each -> each.id().equals(merge));
        if (!its) {
            throw new NotThere();
        }
        return done(id, next, "citizen.undone", () -> merging.undo(merge, viewer.login()));
    }

    @PostMapping("/usagers/{id}/confidentialite")
    String confidential(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID id,
            @RequestParam boolean confidential,
            RedirectAttributes next) {
        file(viewer, sight, id);
        if (!sight.confidential()) {
            throw new AccessDeniedException("confidential citizens");
        }
        return done(
                id,
                next,
                "citizen.confidential",
                () -> merging.confidential(new CitizenId(id), confidential, viewer.login()));
    }

    private void both(Viewer viewer, Sight sight, UUID id, UUID other) {
        file(viewer, sight, id);
        file(viewer, sight, other);
    }

    private CitizenFile file(Viewer viewer, Sight sight, UUID id) {
        if (!viewer.meetsCitizens()) {
            throw new AccessDeniedException("citizens");
        }
        return citizens.file(id, sight).orElseThrow(NotThere::new);
    }

    /** What is known of somebody, as if the person had said it. */
    private static Person person(CitizenFile file) {
        return new Person(
                Optional.empty(),
                first(file, "surname"),
                first(file, "first-name"),
                file.found().birth().or(() -> first(file, "birth-date").map(LocalDate::parse)),
                file.found().phones(),
                file.found().mails(),
                file.found().places().stream()
                        .findFirst()
                        .map(place -> place.replace('|', ' ').strip()));
    }

    private static Optional<String> first(CitizenFile file, String kind) {
        return file.facts().stream()
                .filter(fact -> fact.kind().equals(kind))
                .map(Citizens.Fact::value)
                .findFirst();
    }

    private static String reason(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Refused("une raison est nécessaire");
        }
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static String done(UUID id, RedirectAttributes next, String done, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("done", done);
        } catch (Refused e) {
            next.addFlashAttribute("refusal", e.getMessage());
        }
        return "redirect:/usagers/" + id;
    }
}
