package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.SideBySide.Column;
import fr.aubette.desk.Waiting.Asked;
import fr.aubette.identify.Review;
import fr.aubette.identify.Weighing;
import fr.aubette.identify.match.Candidate;
import fr.aubette.identify.match.Profile;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose is this contact? One question at a time, the candidates side by side, one key to decide. */
@Page
class ReviewPage {

    private final Waiting waiting;
    private final Citizens citizens;
    private final Weighing weighing;
    private final SideBySide sides;
    private final Review review;

    ReviewPage(Waiting waiting, Citizens citizens, Weighing weighing, SideBySide sides, Review review) {
        this.waiting = waiting;
        this.citizens = citizens;
        this.weighing = weighing;
        this.sides = sides;
        this.review = review;
    }

    @GetMapping("/a-rapprocher")
    String show(Sight sight, @RequestParam(name = "rang", defaultValue = "0") int place, Model model) {
        List<Asked> all = waiting.all(sight);
        model.addAttribute("waiting", all.size());
        model.addAttribute("most", Waiting.MOST);
        if (!all.isEmpty()) {
            int shown = Math.floorMod(place, all.size());
            model.addAttribute("place", shown);
            ask(all.get(shown), sight, model);
        }
        return "desk/review";
    }

    private void ask(Asked asked, Sight sight, Model model) {
        List<UUID> ids = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        List<Citizens.Found> found = new ArrayList<>();
        for (UUID id : asked.candidates()) {
            citizens.known(id, sight).ifPresent(known -> {
                ids.add(id);
                profiles.add(known.profile());
                found.add(known.found());
            });
        }
        List<Candidate> weighed = weighing.of(asked.person(), asked.readFromPaper(), profiles);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < weighed.size(); i++) {
            int percent = (int) Math.floor(weighed.get(i).probability() * 100);
            columns.add(new Column(ids.get(i), found.get(i), i + 1, percent));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("columns", columns);
        model.addAttribute("rows", sides.rows(asked.person(), weighed));
    }

    /** It is this citizen, or it never is. */
    @PostMapping("/a-rapprocher/{contact}/{answer:meme|jamais}")
    String about(
            Viewer viewer,
            Sight sight,
            @PathVariable UUID contact,
            @PathVariable String answer,
            @RequestParam UUID citizen,
            RedirectAttributes next) {
        CitizenId who = new CitizenId(citizen);
        return answer.equals("meme")
                ? decided(contact, sight, next, "review.same", () -> review.same(contact, who, viewer.login()))
                : decided(contact, sight, next, "review.never", () -> review.never(contact, who, viewer.login()));
    }

    @PostMapping("/a-rapprocher/{contact}/aucune")
    String nobody(Viewer viewer, Sight sight, @PathVariable UUID contact, RedirectAttributes next) {
        return decided(contact, sight, next, "review.nobody", () -> review.nobody(contact, viewer.login()));
    }

    private String decided(UUID contact, Sight sight, RedirectAttributes next, String done, Runnable decision) {
        boolean hers =
                waiting.all(sight).stream().anyMatch(each -> each.contact().equals(contact));
        if (!hers) {
            next.addFlashAttribute("done", "decided");
            return "redirect:/a-rapprocher";
        }
        try {
            decision.run();
            next.addFlashAttribute("done", done);
        } catch (Refused e) {
            next.addFlashAttribute("refusal", e.getMessage());
        }
        return "redirect:/a-rapprocher";
    }
}
