package fr.aubette.receive.form;

import fr.aubette.model.FormDraft;
import fr.aubette.model.FormDraft.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** The words of the door's answers. */
final class FormAnswers {

    private FormAnswers() {}

    /** The language of who posts: the page's own when its address says it, else the first that we have, else French. */
    static String language(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.matches("(.*&)?lang=(fr|en)(&.*)?")) {
            return query.matches("(.*&)?lang=en(&.*)?") ? "en" : "fr";
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return "fr";
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("fr") || language.equals("en"))
                .findFirst()
                .orElse("fr");
    }

    /** For a browser: on to the confirmation, so that a reload sends nothing again. */
    static ResponseEntity<Map<String, Object>> confirmation(FormReceipt receipt, HttpServletRequest request) {
        URI page = UriComponentsBuilder.fromPath(request.getContextPath() + "/formulaires/{form}/recu")
                .queryParam("ref", receipt.intake().shortReference())
                .queryParam("suivi", receipt.intake().toString())
                .queryParam("lang", language(request))
                .build(receipt.form());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
    }

    /** For a program: what to keep. */
    static ResponseEntity<Map<String, Object>> taken(FormReceipt receipt, HttpServletRequest request) {
        boolean english = language(request).equals("en");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("intake", receipt.intake().toString());
        body.put("reference", receipt.intake().shortReference());
        body.put("message", english ? "Your request has been recorded." : "Votre demande est enregistrée.");
        body.put("warnings", errors(receipt.warnings()));
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** For a program: problem details (RFC 9457), in both languages. */
    static ResponseEntity<Map<String, Object>> problem(FormDraft draft, HttpServletRequest request) {
        boolean english = language(request).equals("en");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.valueOf(draft.status()).getReasonPhrase());
        body.put("status", draft.status());
        body.put("detail", english ? english(draft) : french(draft));
        body.put("detail_fr", french(draft));
        body.put("detail_en", english(draft));
        body.put("errors", errors(draft.problems()));
        return ResponseEntity.status(draft.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "fr")
                .body(body);
    }

    private static String french(FormDraft draft) {
        return draft.problems().stream().map(p -> p.words().fr()).distinct().collect(Collectors.joining(" "));
    }

    private static String english(FormDraft draft) {
        return draft.problems().stream().map(p -> p.words().en()).distinct().collect(Collectors.joining(" "));
    }

    private static List<Map<String, String>> errors(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Map.of(
                        "field", problem.field(),
                        "fr", problem.words().fr(),
                        "en", problem.words().en()))
                .toList();
    }
}
