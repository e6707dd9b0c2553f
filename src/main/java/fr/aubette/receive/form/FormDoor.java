package fr.aubette.receive.form;

import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.FormDefinition.Words;
import fr.aubette.model.FormDraft;
import fr.aubette.model.FormDraft.Problem;
import fr.aubette.typed.Fault;
import fr.aubette.typed.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The HTTP door of web forms. It only hands over to the route and words the answer: JSON for programs, and for browsers
 * a redirect to the confirmation, or the page again with what was typed.
 *
 * <p>Camel's own HTTP endpoint is not used: its binding reads a page's body through the container's parameters, so that
 * the raw bytes and our limits would be lost, and it cannot show a page again.
 */
@Controller
class FormDoor {

    private static final Words CLOSED = new Words(
            "Le service est momentanément indisponible : rien n'a été enregistré. Réessayez dans une minute.",
            "The service is unavailable for the moment: nothing was recorded. Try again in a minute.");

    private final FormRoute route;
    private final FormSettings settings;

    FormDoor(FormRoute route, FormSettings settings) {
        this.route = route;
        this.settings = settings;
    }

    @PostMapping({"/formulaires", "/formulaires/{code}"})
    ResponseEntity<Map<String, Object>> post(@PathVariable Optional<String> code, HttpServletRequest request) {
        FormReceipt receipt = route.send(new FormPost(
                code.orElse(""),
                header(request, HttpHeaders.CONTENT_TYPE),
                FormAnswers.language(request),
                header(request, "Idempotency-Key"),
                BodyFilter.spool(request)));
        return browser(request) ? FormAnswers.confirmation(receipt, request) : FormAnswers.taken(receipt, request);
    }

    @ExceptionHandler
    Object refused(FormRefused refused, HttpServletRequest request, HttpServletResponse response) {
        return answer(refused.draft(), request, response);
    }

    @ExceptionHandler
    Object unreadable(Unreadable unreadable, HttpServletRequest request, HttpServletResponse response) {
        Fault fault = unreadable.fault();
        Problem problem = new Problem(unreadable.field(), new Words(fault.french(), fault.english()));
        return answer(new FormDraft(code(request), fault.status(), Map.of(), List.of(problem)), request, response);
    }

    @ExceptionHandler
    Object closed(IntakeUnavailable closed, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()));
        return answer(draft(request, closed), request, response);
    }

    private static FormDraft draft(HttpServletRequest request, IntakeUnavailable closed) {
        Map<String, String> values = closed instanceof FormNotTaken kept ? kept.values() : Map.of();
        return new FormDraft(code(request), 503, values, List.of(new Problem("", CLOSED)));
    }

    private static Object answer(FormDraft draft, HttpServletRequest request, HttpServletResponse response) {
        if (!browser(request)) {
            return FormAnswers.problem(draft, request);
        }
        response.setStatus(draft.status());
        request.setAttribute(FormDraft.class.getName(), draft);
        return "forward:/formulaires/a-corriger";
    }

    /** The form in the address; {@code contact} when it names none. */
    private static String code(HttpServletRequest request) {
        List<String> path =
                UriComponentsBuilder.fromPath(request.getRequestURI()).build().getPathSegments();
        String last = path.get(path.size() - 1);
        return last.equals("formulaires") ? "contact" : last;
    }

    private static boolean browser(HttpServletRequest request) {
        return header(request, HttpHeaders.ACCEPT).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
