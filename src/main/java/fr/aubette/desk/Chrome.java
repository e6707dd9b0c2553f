package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.access.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of people shows around its own matter. */
@ControllerAdvice(annotations = Page.class)
class Chrome {

    private final Viewers viewers;
    private final Words words;

    Chrome(Viewers viewers, Words words) {
        this.viewers = viewers;
        this.words = words;
    }

    @ModelAttribute
    void around(Model model, HttpServletRequest request, @Nullable Principal principal) {
        Viewer viewer =
                principal == null ? null : viewers.find(principal.getName()).orElse(null);
        model.addAttribute("viewer", viewer);
        model.addAttribute("w", words);
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("lang", LocaleContextHolder.getLocale().getLanguage());
    }
}
