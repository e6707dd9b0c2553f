package fr.aubette.desk;

import fr.aubette.model.Attachment;
import fr.aubette.model.Attribution;
import fr.aubette.model.Channel;
import fr.aubette.model.Deadline;
import fr.aubette.model.Evidence;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is known of a ticket, as one viewer sees it.
 *
 * @param contacts what was said, oldest first
 * @param events what was done, oldest first
 */
public record TicketFile(
        Header header, List<Deadline> deadlines, List<Attribution> parts, List<Said> contacts, List<Done> events) {

    /**
     * What heads the page.
     *
     * @param whole whether the viewer sees the content; else subject, motive and citizen are empty
     * @param assignee sign-in name
     */
    public record Header(
            TicketId id,
            String number,
            boolean whole,
            String subject,
            String motive,
            String directorate,
            Optional<String> service,
            String priority,
            String status,
            String citizen,
            Optional<String> assignee,
            Optional<String> assigneeName,
            Instant openedAt,
            Instant lastContactAt,
            long version) {

        public boolean ended() {
            return status.equals("settled") || status.equals("closed");
        }

        public boolean protectedLane() {
            return priority.equals("protected");
        }
    }

    /**
     * One contact's part in this ticket.
     *
     * @param whole whether every matter of the contact is the viewer's: only then are the channel's facts, the original
     *     and the decisions shown, since they speak of all matters
     * @param channel how it came; empty when not whole, or no longer readable
     * @param candidates who else it may be, when that is not sure
     */
    public record Said(
            UUID id,
            String kind,
            Instant receivedAt,
            String subject,
            String text,
            boolean whole,
            Optional<Channel> channel,
            Person requester,
            Optional<Person> beneficiary,
            List<String> caseFiles,
            List<Attachment> attachments,
            String certainty,
            List<String> candidates,
            List<Why> decisions) {

        /** What a mail newly says, apart from what it quotes and signs; empty when that is all of it. */
        public Optional<String> newText() {
            return channel.flatMap(each -> each instanceof Mail mail ? mail.newText() : Optional.empty())
                    .filter(fresh -> !fresh.isBlank() && !fresh.equals(text));
        }
    }

    /**
     * Why a stage decided so.
     *
     * @param round 1 when first handled; more for an evaluation made later
     */
    public record Why(String stage, int round, String result, List<Evidence> evidence) {}

    /**
     * Something done by an agent or the program.
     *
     * @param actor display name when known, else the sign-in name
     * @param detail by name; texts only
     */
    public record Done(String kind, Instant at, String actor, Map<String, String> detail) {}
}
