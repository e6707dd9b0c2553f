package fr.aubette.portal;

import fr.aubette.answer.ScreenReceipts;
import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDefinitions;
import fr.aubette.model.FormDraft;
import fr.aubette.model.FormDraft.Problem;
import fr.aubette.model.IntakeId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The forms as pages: the list, one form, the same form to correct, and the confirmation. */
@Controller
class FormPages {

    private final FormDefinitions forms;
    private final PortalTexts texts;
    private final ObjectProvider<ScreenReceipts> receipts;

    FormPages(FormDefinitions forms, PortalTexts texts, ObjectProvider<ScreenReceipts> receipts) {
        this.receipts = receipts;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/formulaires")
    String list(HttpServletRequest request, Model model) {
        words(request, model);
        model.addAttribute("forms", forms.byCode().values());
        return "portal/forms";
    }

    @GetMapping("/formulaires/{code}")
    String blank(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        FormDraft blank = new FormDraft(code, HttpStatus.OK.value(), Map.of(), List.of());
        return page(blank, request, response, model);
    }

    /** Where the door of forms forwards what it could not take; nobody comes here otherwise. */
    @PostMapping("/formulaires/a-corriger")
    String again(HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean forwarded = request.getAttribute(FormDraft.class.getName()) instanceof FormDraft;
        return forwarded
                ? page((FormDraft) request.getAttribute(FormDraft.class.getName()), request, response, model)
                : unknown(request, response, model);
    }

    @GetMapping("/formulaires/{code}/recu")
    String confirmation(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<FormDefinition> form = forms.form(code);
        String reference = Optional.ofNullable(request.getParameter("ref")).orElse("");
        if (form.isEmpty() || !reference.matches("[0-9A-F]{5}-[0-9A-F]{5}")) {
            return unknown(request, response, model);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        words(request, model);
        model.addAttribute("form", form.get());
        model.addAttribute("reference", reference);
        model.addAttribute("follow", follow(request).map(IntakeId::toString).orElse(null));
        return "portal/taken";
    }

    /** The acknowledgement on the screen, for whoever holds the long identity that the confirmation gave. */
    @GetMapping("/formulaires/{code}/accuse")
    String acknowledgement(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<IntakeId> intake = follow(request);
        ScreenReceipts screen = receipts.getIfAvailable();
        if (forms.form(code).isEmpty() || intake.isEmpty() || screen == null) {
            return unknown(request, response, model);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        words(request, model);
        model.addAttribute("follow", intake.get().toString());
        model.addAttribute("requests", screen.of(intake.get()));
        return "portal/receipt";
    }

    private static Optional<IntakeId> follow(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("suivi"))
                .filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .map(IntakeId::new);
    }

    private String page(FormDraft draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<FormDefinition> form = forms.form(draft.form());
        if (form.isEmpty()) {
            return unknown(request, response, model);
        }
        Map<String, String> values = new LinkedHashMap<>(draft.values());
        values.putIfAbsent("token", UUID.randomUUID().toString());
        response.setStatus(draft.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String language = words(request, model);
        List<Problem> problems = draft.problems();
        model.addAttribute("form", form.get());
        model.addAttribute("values", values);
        model.addAttribute("summary", FormProblems.of(form.get(), problems, language));
        return "portal/form";
    }

    private String unknown(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        words(request, model);
        return "portal/unknown";
    }

    private String words(HttpServletRequest request, Model model) {
        String language = texts.language(request);
        model.addAttribute("lang", language);
        model.addAttribute("t", texts.in(language));
        return language;
    }
}
