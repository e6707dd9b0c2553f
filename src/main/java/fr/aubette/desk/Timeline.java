package fr.aubette.desk;

import fr.aubette.answer.Answer;
import fr.aubette.desk.TicketFile.Done;
import fr.aubette.desk.TicketFile.Said;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was said and what was done in one order, newest last. */
@Component
class Timeline {

    /** The program's own lines about a contact, which stands there itself. */
    private static final Set<String> ABOUT_CONTACT = Set.of("opened", "contact-joined");

    private final Catalogue catalogue;
    private final Facts facts;

    Timeline(Catalogue catalogue, Facts facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    List<Moment> of(TicketFile file, List<AnswerDesk.Shown> answers) {
        Stream<Moment> said =
                file.contacts().stream().map(each -> new Moment(each.receivedAt(), each, null, null, facts.of(each)));
        Stream<Moment> done = file.events().stream()
                .filter(each -> !ABOUT_CONTACT.contains(each.kind()))
                .map(each -> new Moment(each.at(), null, each, null, List.of()));
        Stream<Moment> written =
                answers.stream().map(each -> new Moment(at(each.answer()), null, null, each, List.of()));
        return Stream.of(said, written, done)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    /** When it left; until then, when it was last saved. */
    private static Instant at(Answer answer) {
        return answer.sentAt().orElse(answer.savedAt());
    }

    /** The case files quoted, with their address in the lead directorate's own software. */
    List<CaseLink> caseFiles(TicketFile file) {
        Directorate lead = catalogue.directorates().get(file.header().directorate());
        String template = lead == null ? "" : lead.caseFileUrl();
        return file.contacts().stream()
                .flatMap(each -> each.caseFiles().stream())
                .distinct()
                .map(number -> new CaseLink(number, address(template, number)))
                .toList();
    }

    private static String address(String template, String number) {
        boolean ours = template.startsWith("https://") || template.startsWith("http://");
        return ours ? template.replace("{number}", URLEncoder.encode(number, StandardCharsets.UTF_8)) : "";
    }

    /**
     * A place in the timeline.
     *
     * @param said a contact, else null
     * @param done an action, else null
     * @param written an answer, else null
     */
    record Moment(
            Instant at,
            @Nullable Said said,
            @Nullable Done done,
            AnswerDesk.@Nullable Shown written,
            List<Facts.Fact> facts) {}

    /**
     * A case file.
     *
     * @param address blank when the directorate has no software of its own
     */
    record CaseLink(String number, String address) {}
}
