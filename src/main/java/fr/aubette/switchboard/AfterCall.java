package fr.aubette.switchboard;

import fr.aubette.model.Classified;
import fr.aubette.model.Contact;
import fr.aubette.model.Dispatched;
import fr.aubette.model.Phone;
import fr.aubette.switchboard.CallBackRows.Missed;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.TicketBook.TicketLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from a call's own account: its form goes in, and a call back is owed, or owed no more. */
@Component
class AfterCall implements Aftermath {

    private final CallBackRows backs;
    private final CallForms forms;
    private final HiddenFiles hidden;

    AfterCall(CallBackRows backs, CallForms forms, HiddenFiles hidden) {
        this.backs = backs;
        this.forms = forms;
        this.hidden = hidden;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        Contact contact = dispatched.contact();
        if (!(contact.channel() instanceof Phone phone) || tickets.isEmpty()) {
            return;
        }
        Classified classified = dispatched.threaded().classified();
        // a withheld number is in no contact: nobody can be called back
        Optional<String> number = contact.requester().phones().stream().findFirst();
        TicketLine ticket = tickets.get(0);
        number.map(each -> new Missed(
                        each, classified.identity().citizen(), ticket.motive(), ticket.id(), contact.receivedAt()))
                .ifPresent(call -> owe(phone, call));
        number.ifPresent(each -> hidden.tell(each, tickets, phone.outcome() == Phone.Outcome.ANSWERED));
        forms.bringIn(classified.identified().normalised().intake());
    }

    private void owe(Phone phone, Missed call) {
        if (phone.outcome() == Phone.Outcome.ANSWERED) {
            backs.answered(call);
            return;
        }
        if (phone.direction() == Phone.Direction.OUTGOING) {
            backs.unreached(call);
            return;
        }
        UUID id = UUID.randomUUID();
        backs.missed(call, id);
        Optional<Instant> since = backs.answeredSince(call.ticket(), call.at());
        since.ifPresent(
                at -> backs.answered(new Missed(call.number(), call.citizen(), call.motive(), call.ticket(), at)));
    }
}
