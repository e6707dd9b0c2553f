package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.answer.Actor;
import fr.aubette.answer.Answer;
import fr.aubette.answer.Answer.Medium;
import fr.aubette.answer.AnswerBook.Text;
import fr.aubette.answer.AnswerId;
import fr.aubette.answer.AnsweringAll;
import fr.aubette.answer.CannotLeave;
import fr.aubette.answer.Composing;
import fr.aubette.answer.Submitting;
import fr.aubette.answer.Template;
import fr.aubette.answer.Templates;
import fr.aubette.answer.TooLate;
import fr.aubette.desk.TicketFile.Header;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where an agent writes to a citizen. Whatever button she uses, what she has typed is kept first; each works without
 * script.
 */
@Page
class ComposerPage {

    /** Start of the names of the template's variables in the form. */
    private static final String FIELD = "var_";

    private final TicketFiles files;
    private final Composing composing;
    private final Submitting submitting;
    private final Templates templates;
    private final AnsweringAll all;

    ComposerPage(TicketFiles files, Composing composing, Submitting submitting, Templates templates, AnsweringAll all) {
        this.all = all;
        this.files = files;
        this.composing = composing;
        this.submitting = submitting;
        this.templates = templates;
    }

    /** What the page's script sends within two seconds after a key. */
    @PostMapping(path = "/demandes/{number}/reponse/brouillon", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> autosave(
            Viewer viewer, Sight sight, @PathVariable String number, @RequestParam Map<String, String> sent) {
        try {
            Kept kept = keep(viewer, sight, number, sent);
            return ResponseEntity.ok(Map.of(
                    "answer",
                    kept.id().toString(),
                    "version",
                    kept.version(),
                    "at",
                    Instant.now().toString()));
        } catch (TooLate e) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("version", e.version()));
        } catch (CannotLeave e) {
            return ResponseEntity.unprocessableEntity()
                    .body(Map.of("why", e.stop().why().name()));
        }
    }

    @PostMapping("/demandes/{number}/reponse/{word}")
    String act(
            Viewer viewer,
            Sight sight,
            @PathVariable String number,
            @PathVariable String word,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "file", required = false) List<MultipartFile> uploads,
            RedirectAttributes next)
            throws IOException {
        try {
            next.addFlashAttribute(
                    "done", act(viewer, sight, number, word, sent, uploads == null ? List.of() : uploads));
        } catch (TooLate e) {
            next.addFlashAttribute("problem", "answer.late");
        } catch (CannotLeave e) {
            next.addFlashAttribute("stop", e.stop());
        }
        return "redirect:/demandes/" + number + "#composer";
    }

    private String act(
            Viewer viewer,
            Sight sight,
            String number,
            String word,
            Map<String, String> sent,
            List<MultipartFile> uploads)
            throws IOException {
        if (word.equals("reprendre")) {
            adopt(viewer, sight, number, sent);
            return "answer.adopted";
        }
        Kept kept = keep(viewer, sight, number, sent);
        Actor actor = AnswerDesk.actor(viewer);
        switch (word) {
            case "enregistrer" -> {}
            case "envoyer" -> submitting.submit(kept.id(), kept.version(), actor);
            case "envoyer-tous" -> {
                AnsweringAll.Outcome became =
                        all.submit(kept.id(), kept.version(), actor, other -> isMine(viewer, sight, other));
                return became.left().isEmpty() ? "answer.envoyer-tous" : "answer.envoyer-presque-tous";
            }
            case "modele" -> use(kept, sent.getOrDefault("model", ""), actor);
            case "joindre" -> enclose(kept.id(), uploads);
            case "retirer" -> composing.takeOut(kept.id(), (int) number(sent.get("place")));
            case "abandonner" -> composing.discard(kept.id());
            default -> throw new NotThere();
        }
        return "answer." + word;
    }

    private void use(Kept kept, String code, Actor actor) {
        Template template = templates.find(code).orElseThrow(NotThere::new);
        composing.use(kept.id(), kept.version(), template, actor);
    }

    private void enclose(AnswerId id, List<MultipartFile> uploads) throws IOException {
        for (MultipartFile upload : uploads) {
            String name = upload.getOriginalFilename();
            if (!upload.isEmpty()) {
                String type = upload.getContentType();
                composing.enclose(
                        id,
                        name == null ? "" : name,
                        type == null ? "application/octet-stream" : type,
                        upload::getInputStream);
            }
        }
    }

    private void adopt(Viewer viewer, Sight sight, String number, Map<String, String> sent) {
        Header ticket = mine(viewer, sight, number);
        AnswerId id = id(sent.getOrDefault("draft", ""));
        Answer theirs = composing.ofTicket(ticket.id(), id).orElseThrow(NotThere::new);
        composing.adopt(theirs.id(), AnswerDesk.actor(viewer));
    }

    /** A draft and its version. */
    private record Kept(AnswerId id, long version) {}

    private Kept keep(Viewer viewer, Sight sight, String number, Map<String, String> sent) {
        Header ticket = mine(viewer, sight, number);
        Actor actor = AnswerDesk.actor(viewer);
        String given = sent.getOrDefault("answer", "");
        Answer draft = given.isBlank()
                ? composing.open(ticket.id(), actor)
                : composing.ofTicket(ticket.id(), id(given)).orElseThrow(NotThere::new);
        long version = given.isBlank() ? begun(draft) : number(sent.get("version"));
        Map<String, String> fields = new HashMap<>(draft.fields());
        sent.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
            }
        });
        Medium medium = Medium.ofCode(sent.getOrDefault("medium", draft.medium().code()));
        String other = medium == draft.medium() ? draft.recipient() : composing.recipient(ticket.id(), medium);
        Text text = new Text(
                draft.kind(),
                medium,
                sent.getOrDefault(medium == Medium.LETTER ? "postal" : "recipient", other),
                sent.getOrDefault("subject", draft.subject()),
                sent.getOrDefault("text", draft.text()),
                draft.template(),
                fields);
        return new Kept(draft.id(), composing.save(draft.id(), version, actor, text));
    }

    private static AnswerId id(String given) {
        try {
            return new AnswerId(UUID.fromString(given));
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }

    private static long number(@Nullable String given) {
        return given != null && given.matches("\\d{1,9}") ? Long.parseLong(given) : -1;
    }

    /** A page that knows of no draft may only begin one, never write over one that another tab began. */
    private static long begun(Answer draft) {
        return draft.text().isBlank() ? draft.version() : -1;
    }

    private boolean isMine(Viewer viewer, Sight sight, String number) {
        return files.header(number, sight)
                .filter(Header::whole)
                .filter(each -> viewer.mayAct(each.directorate(), each.protectedLane()))
                .isPresent();
    }

    private Header mine(Viewer viewer, Sight sight, String number) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        if (!viewer.mayAct(ticket.directorate(), ticket.protectedLane())) {
            throw new AccessDeniedException("led by " + ticket.directorate());
        }
        return ticket;
    }
}
