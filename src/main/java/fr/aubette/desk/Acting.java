package fr.aubette.desk;

import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.desk.TicketFile.Header;
import fr.aubette.incident.Incidents;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.FalseAlarms;
import fr.aubette.ticket.NotPossible;
import fr.aubette.ticket.Separating;
import fr.aubette.ticket.TicketLife;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Does what an agent asks, once it is sure that she may: the same for the page and the API. */
@Component
class Acting {

    private final TicketFiles files;
    private final TicketLife life;
    private final FalseAlarms falseAlarms;
    private final Separating separating;
    private final Incidents incidents;

    Acting(TicketFiles files, TicketLife life, FalseAlarms falseAlarms, Separating separating, Incidents incidents) {
        this.separating = separating;
        this.incidents = incidents;
        this.falseAlarms = falseAlarms;
        this.files = files;
        this.life = life;
    }

    /**
     * Acts on a ticket.
     *
     * @throws NotThere if she does not see its content
     * @throws AccessDeniedException if she sees it but it is not hers to change
     */
    void act(Viewer viewer, Sight sight, String number, Verb verb, Asked asked) {
        Header ticket = files.header(number, sight).filter(Header::whole).orElseThrow(NotThere::new);
        if (verb != Verb.NOTE && !viewer.mayAct(ticket.directorate(), ticket.protectedLane())) {
            throw new AccessDeniedException("led by " + ticket.directorate());
        }
        Act act = new Act(ticket.id(), asked.version(), viewer.login());
        switch (verb) {
            case TAKE -> life.take(act);
            case RELEASE -> life.release(act);
            case NOTE -> life.note(ticket.id(), viewer.login(), asked.text());
            case REASSIGN -> life.reassign(act, asked.target(), asked.text());
            case QUALIFY -> life.qualify(act, asked.target());
            case COMPLETE -> life.complete(act, day(asked.target()));
            case ANSWERED_TO -> life.answeredTo(act, asked.target());
            case FALSE_ALARM -> falseAlarms.giveBack(act, asked.text());
            case SEPARATE -> separating.separate(act, contact(asked.target()));
            case LINK -> incidents.link(act, asked.target());
            case PART -> incidents.part(act);
            case SETTLE -> life.settle(act, asked.text());
            case CLOSE -> life.close(act, asked.text());
            case REOPEN -> life.reopen(act);
        }
    }

    private static UUID contact(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotPossible(NotPossible.Why.SAME_OR_UNKNOWN);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new NotPossible(NotPossible.Why.NO_DAY);
        }
    }

    /**
     * What comes with a verb.
     *
     * @param version of the ticket that she saw
     * @param text note, reason or remark; blank when the verb needs none
     * @param target code of a directorate or motive, number of a ticket, identity of a contact, or a day as in
     *     2026-11-22; blank when the verb needs none
     */
    record Asked(long version, String text, String target) {}
}
