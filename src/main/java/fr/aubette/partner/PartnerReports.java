package fr.aubette.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows what a partner's own software says of a request: {@code {"id": …, "type": "received" | "accepted" |
 * "returned", "on": "2026-11-24", "reason": …}}.
 */
@Component("partnerReports")
public class PartnerReports {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerReports.class);

    private final Transferring transferring;
    private final ObjectMapper json;

    PartnerReports(Transferring transferring, ObjectMapper json) {
        this.transferring = transferring;
        this.json = json;
    }

    /**
     * From a folder.
     *
     * @param partner whose folder it is: nobody reports of another's requests
     * @throws Refused if it cannot be followed
     */
    public void apply(String body, String partner) {
        JsonNode report = read(body);
        try {
            transferring.reported(
                    UUID.fromString(report.path("id").asText()),
                    partner,
                    report.path("type").asText(),
                    report.hasNonNull("on") ? LocalDate.parse(report.path("on").asText()) : null,
                    report.path("reason").asText(""));
        } catch (NotTransferred | IllegalArgumentException | DateTimeException e) {
            throw new Refused("the report cannot be followed", e);
        }
    }

    /** From a queue: what cannot be followed is not asked again. */
    public void hear(String body, String partner) {
        try {
            apply(body, partner);
        } catch (Refused e) {
            LOG.warn("A report of partner {} was not followed", partner);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refused("not JSON", e);
        }
    }
}
