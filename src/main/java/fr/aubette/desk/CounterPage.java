package fr.aubette.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.access.Viewer;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.Refused;
import fr.aubette.receive.counter.CounterDoor;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An agent types a visit, or a call that the telephone did not tell us of. */
@Page
class CounterPage {

    /** What the page asks; anything else that is sent is left out. */
    private static final List<String> FIELDS = List.of(
            "token",
            "entree",
            "site",
            "at",
            "nom",
            "prenom",
            "naissance",
            "telephone",
            "courriel",
            "dossier",
            "objet",
            "message",
            "beneficiaire_nom",
            "beneficiaire_prenom",
            "beneficiaire_naissance");

    private final CounterDoor door;
    private final ObjectMapper json;
    private final DeskSettings settings;
    private final Clock clock;

    CounterPage(CounterDoor door, ObjectMapper json, DeskSettings settings, Clock clock) {
        this.door = door;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/saisie")
    String show(Viewer viewer, Model model) {
        require(viewer);
        String now = LocalDateTime.ofInstant(clock.instant(), settings.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        model.addAttribute("typed", Map.of("token", UUID.randomUUID().toString(), "entree", "visite", "at", now));
        return "desk/counter";
    }

    @PostMapping("/saisie")
    String take(
            Viewer viewer,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response)
            throws JsonProcessingException {
        require(viewer);
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, sent.getOrDefault(field, "").strip()));
        model.addAttribute("typed", typed);
        try {
            door.take(viewer.login(), json.writeValueAsBytes(typed));
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", e.getMessage());
            return "desk/counter";
        } catch (IntakeUnavailable e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("problem", "counter.closed");
            return "desk/counter";
        }
        next.addFlashAttribute("done", "entered");
        return "redirect:/saisie";
    }

    private static void require(Viewer viewer) {
        if (!viewer.meetsCitizens()) {
            throw new AccessDeniedException("no counter");
        }
    }
}
