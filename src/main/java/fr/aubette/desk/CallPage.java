package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.model.CallControl;
import fr.aubette.model.Refused;
import fr.aubette.switchboard.AgentCalls;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.CallForms;
import fr.aubette.switchboard.CallKey;
import fr.aubette.switchboard.Telephones.Telephone;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calls of the agent who is signed in: what her screen shows, and what she does with them. */
@Controller
class CallPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final AgentCalls calls;
    private final CallForms forms;
    private final TicketFiles files;
    private final ObjectProvider<CallControl> control;
    private final CallFace face;
    private final MessageSource messages;

    CallPage(
            AgentCalls calls,
            CallForms forms,
            TicketFiles files,
            ObjectProvider<CallControl> control,
            CallFace face,
            MessageSource messages) {
        this.calls = calls;
        this.forms = forms;
        this.files = files;
        this.control = control;
        this.face = face;
        this.messages = messages;
    }

    @GetMapping("/appels/miens")
    ResponseEntity<String> mine(Viewer viewer, Locale language) {
        return html(calls.of(viewer).stream()
                .map(each -> face.card(each, viewer, language))
                .collect(Collectors.joining()));
    }

    /** What to say about the motive that is being chosen. */
    @GetMapping("/appels/consigne")
    ResponseEntity<String> sheet(Locale language, @RequestParam(defaultValue = "") String motif) {
        return html(face.sheet(motif, language));
    }

    @PostMapping("/appels/brouillon")
    ResponseEntity<Void> draft(
            Viewer viewer,
            Sight sight,
            @RequestParam String appel,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String demande) {
        boolean kept = forms.draft(
                CallKey.ofCode(appel), viewer.login(), new Said(motif, note, seen(demande, sight), dossier, false));
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    @PostMapping("/appels/finir")
    ResponseEntity<String> finish(
            Viewer viewer,
            Sight sight,
            Locale language,
            @RequestParam String appel,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String demande,
            @RequestParam(defaultValue = "noter") String fin) {
        CallKey call = CallKey.ofCode(appel);
        boolean settled = fin.equals("regler");
        boolean done =
                forms.finish(call, viewer.login(), new Said(motif, note, seen(demande, sight), dossier, settled));
        calls.finished(call, viewer);
        String said = !done ? "call.done.before" : settled ? "call.done.settled" : "call.done";
        String about = demande.isEmpty() ? forms.ticket(call).orElse("") : demande;
        return html(
                face.done(call.code(), messages.getMessage(said, null, language), seen(about, sight), done, language));
    }

    /** Opens a finished form again, for a minute. */
    @PostMapping("/appels/reprendre")
    ResponseEntity<String> takeBack(Viewer viewer, Sight sight, Locale language, @RequestParam String appel) {
        CallKey call = CallKey.ofCode(appel);
        if (!forms.takeBack(call, viewer.login())) {
            String late = messages.getMessage("call.back.late", null, language);
            return html(face.done(call.code(), late, seen(forms.ticket(call).orElse(""), sight), false, language));
        }
        return html(calls.of(viewer).stream()
                .filter(each -> each.call().equals(call))
                .map(each -> face.card(each, viewer, language))
                .collect(Collectors.joining()));
    }

    @PostMapping("/appels/transferer")
    ResponseEntity<String> pass(Viewer viewer, Locale language, @RequestParam String appel, @RequestParam String vers) {
        CallKey call = CallKey.ofCode(appel);
        Optional<Telephone> telephone = calls.speaking(call, viewer);
        Optional<CallControl> exchange =
                control.stream().filter(each -> each.takes(call.line())).findFirst();
        if (telephone.isEmpty() || exchange.isEmpty()) {
            return html(face.problem(messages.getMessage("call.pass.not", null, language), language));
        }
        try {
            String to = vers.replaceAll("[^0-9+*#]", "");
            exchange.get()
                    .passOn(call.line(), call.conversation(), telephone.get().extension(), to);
            return html(face.problem(messages.getMessage("call.passed", new Object[] {vers}, language), language));
        } catch (Refused e) {
            return html(face.problem(String.valueOf(e.getMessage()), language));
        }
    }

    /** A ticket that she may not know of is as if she had not named it. */
    private String seen(String number, Sight sight) {
        return number.isEmpty() || files.header(number, sight).isEmpty() ? "" : number;
    }

    private static ResponseEntity<String> html(String body) {
        return ResponseEntity.ok().contentType(HTML).body(body);
    }
}
