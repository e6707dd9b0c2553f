package fr.aubette.answer;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import fr.aubette.model.Motive;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the places that the program itself knows, and those that an author filled. */
@Component
public class Places {

    /** The places that every template may use. */
    public static final Set<String> KNOWN = Set.of(
            "number",
            "subject",
            "received",
            "today",
            "citizen",
            "motive",
            "directorate",
            "directorate-address",
            "directorate-phone",
            "agent",
            "agent-function",
            "silence",
            "appeal");

    /** The places of a protected receipt: nothing that says what it is about. */
    public static final Set<String> OF_PROTECTED = Set.of("number", "received", "today");

    private static final String ATTESTATION = "Si votre demande est ainsi acceptée, vous pourrez obtenir sur demande"
            + " l'attestation prévue à l'article L232-3 du code des relations entre le public et l'administration.";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Catalogue catalogue;
    private final Clock clock;

    Places(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The text as the citizen reads it.
     *
     * @param fields what the author gave, by variable
     * @throws CannotLeave naming the first place without a value of its type
     */
    String fill(
            String text,
            TicketFacts facts,
            AgentCard agent,
            Map<String, Variable> variables,
            Map<String, String> fields) {
        Map<String, String> known = known(facts, agent);
        variables
                .values()
                .forEach(each -> known.put(
                        each.name(),
                        each.worded(fields.getOrDefault(each.name(), "")).orElse("")));
        return Template.filled(text, known, variables);
    }

    private Map<String, String> known(TicketFacts facts, AgentCard agent) {
        Directorate directorate = catalogue.directorates().get(facts.directorate());
        Motive motive = catalogue.motives().get(facts.motive());
        Map<String, String> known = new HashMap<>();
        known.put("number", facts.number());
        known.put("subject", facts.subject());
        known.put("received", day(facts.receivedAt()));
        known.put("today", day(clock.instant()));
        known.put("citizen", facts.citizenName());
        known.put("motive", motive == null ? "" : motive.label());
        known.put("directorate", directorate == null ? facts.directorate() : directorate.label());
        known.put("directorate-address", directorate == null ? "" : directorate.address());
        known.put("directorate-phone", directorate == null ? "" : directorate.phone());
        known.put("silence", facts.silence().map(Silence::worded).orElse(""));
        known.put("appeal", appeal(facts, motive));
        known.put("agent", agent.unnamed() ? "" : agent.name());
        known.put("agent-function", agent.function());
        return known;
    }

    /** Of an acceptance the attestation, of anything else the ways of appeal (CRPA R112-5). */
    private static String appeal(TicketFacts facts, @Nullable Motive motive) {
        boolean accepts = facts.silence()
                .filter(each -> each.meaning() == Silence.Meaning.ACCEPTANCE)
                .isPresent();
        return accepts ? ATTESTATION : motive == null ? "" : motive.guide().appeal();
    }

    private static String day(Instant at) {
        return Variable.worded(LocalDate.ofInstant(at, PARIS));
    }
}
