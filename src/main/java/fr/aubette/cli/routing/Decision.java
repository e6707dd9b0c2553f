package fr.aubette.cli.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Classification;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was decided of one message.
 *
 * @param id of the message
 * @param directorate who answers; the likeliest when {@code abstained}
 * @param service below it; blank when it has none
 * @param motive its code
 * @param partner the institution it belongs to; blank when it is ours
 * @param secondary directorates of its other matters, in order, none twice; the likeliest where a person must say
 * @param protectedLane whether a matter of it goes the restricted way
 * @param kind which danger; blank when none
 * @param confidence that the directorate is right, 0 to 1
 * @param abstained whether a person must qualify it
 * @param tickets how many it would open: a second topic that is only shown as perhaps opens none
 * @param evidence each reason as {@code rule: detail}
 */
record Decision(
        String id,
        String directorate,
        String service,
        String motive,
        String partner,
        List<String> secondary,
        boolean protectedLane,
        String kind,
        double confidence,
        boolean abstained,
        int tickets,
        List<String> evidence) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUESSED = "not-sure";
    private static final String PERHAPS = "second-perhaps";

    static Decision of(String id, Classification found, Catalogue catalogue, Map<String, String> kinds) {
        if (found.matters().isEmpty()) {
            return new Decision(
                    id,
                    Message.NOBODY,
                    "",
                    "",
                    "",
                    List.of(),
                    false,
                    "",
                    1,
                    false,
                    0,
                    List.of("machine: " + found.suppressed().orElse("")));
        }
        Matter main = found.matters().get(0);
        boolean unknown = main.motive().equals(Matter.TRIAGE);
        Motive motive = catalogue.motive(unknown ? likeliest(main) : main.motive());
        boolean abstained = unknown || lastWords(main, GUESSED).findAny().isPresent();
        List<Matter> others = found.matters().subList(1, found.matters().size());
        boolean restricted = found.matters().stream().anyMatch(Matter::protectedLane);
        return new Decision(
                id,
                motive.directorate(),
                motive.service(),
                motive.code(),
                motive.partner(),
                Stream.concat(
                                others.stream()
                                        .map(each ->
                                                catalogue.motive(each.motive()).directorate()),
                                lastWords(main, PERHAPS))
                        .filter(each -> !each.equals(motive.directorate()))
                        .distinct()
                        .toList(),
                restricted,
                restricted ? kind(found, kinds) : "",
                main.certainty(),
                abstained,
                found.matters().size(),
                main.evidence().stream()
                        .map(each -> each.rule() + ": " + each.detail())
                        .toList());
    }

    private static String likeliest(Matter matter) {
        return lastWords(matter, GUESSED).findFirst().orElse(Matter.TRIAGE);
    }

    private static Stream<String> lastWords(Matter matter, String rule) {
        return matter.evidence().stream()
                .filter(each -> each.rule().equals(rule))
                .map(each -> each.detail().substring(each.detail().lastIndexOf(' ') + 1));
    }

    /** The danger whose motive it got; a threat may keep an ordinary one. */
    private static String kind(Classification found, Map<String, String> kinds) {
        Map<String, String> byMotive = new TreeMap<>();
        kinds.forEach((kind, motive) -> byMotive.put(motive, kind));
        return found.matters().stream()
                .filter(Matter::protectedLane)
                .map(each -> byMotive.getOrDefault(each.motive(), "threat"))
                .findFirst()
                .orElse("");
    }

    /** One line, its fields always there. */
    String json() {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", id);
        line.put("directorate", directorate);
        line.put("service", service);
        line.put("motive", motive);
        line.put("partner", partner.isEmpty() ? null : partner);
        line.set("secondary", list(secondary));
        line.put("protected", protectedLane);
        line.put("protected_kind", kind.isEmpty() ? null : kind);
        line.put("confidence", Math.round(1000 * confidence) / 1000.0);
        line.put("abstained", abstained);
        line.put("tickets", tickets);
        line.set("evidence", list(evidence));
        return line.toString();
    }

    static String error(int number, String reason) {
        return JSON.createObjectNode().put("line", number).put("error", reason).toString();
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JSON.createArrayNode();
        texts.forEach(list::add);
        return list;
    }
}
