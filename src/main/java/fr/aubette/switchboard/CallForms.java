package fr.aubette.switchboard;

import fr.aubette.model.Catalogue;
import fr.aubette.model.IntakeId;
import fr.aubette.model.Matter;
import fr.aubette.model.TicketNumber;
import fr.aubette.switchboard.CallForm.Said;
import fr.aubette.switchboard.CallFormRows.Recorded;
import fr.aubette.switchboard.QuotedInForm.Quoted;
import fr.aubette.ticket.Act;
import fr.aubette.ticket.TicketLife;
import fr.aubette.ticket.TicketRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forms of calls. A form goes into its call's ticket once both are there: what the agent says of the call, and the
 * call's own account; whichever comes last brings it in, after the time in which it may be taken back.
 */
@Component
@Transactional
public class CallForms {

    /** More unfinished forms of one agent than this are not shown. */
    private static final int MOST = 20;

    private static final int MOST_AT_ONCE = 100;

    /** Why a call goes to another directorate, as its history says. */
    private static final String ITS_FILE = "dossier cité à l’appel";

    private final CallFormRows rows;
    private final TicketLife life;
    private final TicketRows tickets;
    private final Catalogue catalogue;
    private final QuotedInForm quoted;
    private final CallSettings settings;
    private final Clock clock;

    CallForms(
            CallFormRows rows,
            TicketLife life,
            TicketRows tickets,
            Catalogue catalogue,
            QuotedInForm quoted,
            CallSettings settings,
            Clock clock) {
        this.quoted = quoted;
        this.settings = settings;
        this.rows = rows;
        this.life = life;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void open(CallForm form) {
        rows.open(form);
    }

    void over(CallKey call) {
        rows.over(call, clock.instant());
    }

    @Transactional(readOnly = true)
    public List<CallForm> unfinished(String login) {
        return rows.unfinished(login, MOST);
    }

    /** An agent's form of a call. */
    @Transactional(readOnly = true)
    public Optional<CallForm> of(CallKey call, String login) {
        return of(call).stream().filter(each -> each.login().equals(login)).findFirst();
    }

    /** All forms of a call, in the order in which its agents answered. */
    @Transactional(readOnly = true)
    public List<CallForm> of(CallKey call) {
        return rows.of(call);
    }

    /** Keeps what is typed so far; false when there is no open form any more. */
    public boolean draft(CallKey call, String login, Said said) {
        return rows.draft(call, login, said);
    }

    /**
     * Finishes a form; it goes into the ticket when it can no longer be taken back.
     *
     * @return false when there is none, or it was finished before
     */
    public boolean finish(CallKey call, String login, Said said) {
        return rows.done(call, login, said, clock.instant());
    }

    /** Opens a finished form again, as it was; false when it is in its ticket, or about to be. */
    public boolean takeBack(CallKey call, String login) {
        return rows.takeBack(call, login, ripe(clock.instant()));
    }

    private Instant ripe(Instant now) {
        return now.minus(settings.undo());
    }

    /** Calls that have finished forms to bring in. */
    @Transactional(readOnly = true)
    List<CallKey> ripe() {
        return rows.ripe(ripe(clock.instant()), MOST_AT_ONCE);
    }

    /** Number of the ticket that a form went into; empty as long as the call's account has not come. */
    @Transactional(readOnly = true)
    public Optional<String> ticket(CallKey call) {
        return rows.recorded(call).map(Recorded::number);
    }

    void bringIn(IntakeId intake) {
        rows.call(intake).ifPresent(this::bringIn);
    }

    /** Writes the finished forms into the call's ticket, if the journey has made one. */
    void bringIn(CallKey call) {
        rows.lock(call);
        for (CallForm form : rows.toApply(call, ripe(clock.instant()))) {
            if (rows.recorded(call).isEmpty()) {
                return;
            }
            apply(form);
            rows.applied(call, form.login(), clock.instant());
        }
    }

    private void apply(CallForm form) {
        Recorded call = rows.recorded(form.call()).orElseThrow();
        Said said = form.said();
        tickets.lock(call.ticket());
        boolean own = call.own() && !call.ended();
        Quoted file = own ? quoted.in(form) : Quoted.NOTHING;
        String about = said.ticket().isBlank()
                ? quoted.openTicket(form, file, motive(call, said)).orElse("")
                : said.ticket();
        boolean moved = own && !about.isBlank() && rows.move(call, about, clock.instant());
        if (moved) {
            noteOnOther(form, about);
        } else if (!said.note().isBlank()) {
            life.note(call.ticket(), form.login(), said.note());
        }
        if (own && !moved) {
            quoted.tie(call.ticket(), file);
        }
        if (own && !moved && known(said.motive()) && !said.motive().equals(call.motive())) {
            life.qualify(act(form), said.motive());
        } else if (own && !moved && !said.settled() && call.motive().equals(Matter.TRIAGE)) {
            file.directorate().ifPresent(whose -> route(form, whose));
        }
        if (own && (moved || said.settled())) {
            life.settle(act(form), moved ? about : "");
        }
    }

    /** What nobody could qualify goes to who deals with the case file. */
    private void route(CallForm form, String directorate) {
        Act act = act(form);
        boolean elsewhere = tickets.lock(act.ticket())
                .filter(row -> !row.protectedLane() && !row.directorate().equals(directorate))
                .isPresent();
        if (elsewhere && catalogue.directorates().containsKey(directorate)) {
            life.reassign(act, directorate, ITS_FILE);
        }
    }

    /** What a call is about, by its agent, else by the journey; blank when nobody knows. */
    private String motive(Recorded call, Said said) {
        return known(said.motive()) ? said.motive() : known(call.motive()) ? call.motive() : "";
    }

    private void noteOnOther(CallForm form, String ticket) {
        String text = form.said().note();
        TicketNumber.in(ticket).stream()
                .findFirst()
                .flatMap(tickets::lock)
                .filter(row -> !text.isBlank())
                .ifPresent(row -> life.note(row.id(), form.login(), text));
    }

    private boolean known(String motive) {
        return catalogue.motives().containsKey(motive) && !motive.equals(Matter.TRIAGE);
    }

    /** As the ticket stands at this moment, inside the transaction that has locked it. */
    private Act act(CallForm form) {
        Recorded call = rows.recorded(form.call()).orElseThrow();
        long version = tickets.lock(call.ticket()).orElseThrow().version();
        return new Act(call.ticket(), version, form.login());
    }
}
