package fr.aubette.switchboard;

import fr.aubette.model.Dispatched;
import fr.aubette.model.Mail;
import fr.aubette.ticket.Aftermath;
import fr.aubette.ticket.TicketBook.TicketLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** An exchange's mail about a message opened nothing: its sound goes to the call. */
@Component
class AfterVoiceMail implements Aftermath {

    private final SoundRows rows;

    AfterVoiceMail(SoundRows rows) {
        this.rows = rows;
    }

    @Override
    public void recorded(Dispatched dispatched, List<TicketLine> tickets) {
        if (dispatched.contact().channel() instanceof Mail mail && mail.nature() == Mail.Nature.VOICE_MESSAGE) {
            rows.expect(
                    dispatched.threaded().classified().identified().normalised().intake());
        }
    }
}
