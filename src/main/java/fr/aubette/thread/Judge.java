package fr.aubette.thread;

import fr.aubette.model.CaseFile;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import fr.aubette.model.Identity;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import fr.aubette.model.TicketId;
import fr.aubette.model.TicketLink.Why;
import fr.aubette.thread.Correspondence.Earlier;
import fr.aubette.thread.OpenMatters.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of each clue of one contact whether it makes a matter join the ticket, or be linked to it, and how surely. */
final class Judge {

    /** From here on a text is the same one, sent again or passed on. */
    private static final double SAME_TEXT = 0.7;
    /** From here on new words under a new subject still speak of the old matter. */
    private static final double SAME_TALK = 0.5;

    private static final Pattern REPLIES =
            Pattern.compile("(?i)^\\s*(?:re|rép|rep|tr|fwd?|aw|antw|sv)\\s*(?:\\[\\d+\\])?\\s*:.*");
    private static final Pattern CONTINUES =
            Pattern.compile("(?i)\\b(?:en réponse à (?:votre|ton)|suite à (?:votre|notre) "
                    + "(?:mail|courriel|message|réponse|demande|échange|appel)|comme (?:convenu|demandé)|"
                    + "vous (?:me demandez|m'avez demandé|m’avez demandé)|merci (?:pour|de) votre (?:réponse|retour|mail|message)|"
                    + "je n'ai toujours pas|toujours sans réponse)");
    private static final Pattern TURNS = Pattern.compile("(?i)\\b(?:autre (?:question|demande|sujet|problème|chose)|"
            + "nouvelle (?:question|demande)|rien à voir|sans rapport|par ailleurs)");

    private final Contact contact;
    private final Identity identity;
    private final Identified identified;
    private final References references;
    private final ThreadSettings settings;
    private final Correspondence correspondence;
    private final Map<TicketId, List<Earlier>> said = new HashMap<>();

    Judge(Identified identified, References references, ThreadSettings settings, Correspondence correspondence) {
        this.contact = identified.contact();
        this.identity = identified.identity();
        this.identified = identified;
        this.references = references;
        this.settings = settings;
        this.correspondence = correspondence;
    }

    /**
     * What this clue means for this matter; empty when nothing.
     *
     * @param first whether it is the contact's main matter: the others join only what is about the same
     */
    Optional<Verdict> judge(Candidate ticket, Matter matter, boolean first) {
        if (matter.protectedLane() && !ticket.protectedLane()) {
            return Optional.empty();
        }
        boolean mine = first || ticket.motive().equals(matter.motive());
        return switch (ticket.clue()) {
            case NUMBER -> mine ? Optional.of(number(ticket, matter)) : Optional.empty();
            case MESSAGE -> mine ? message(ticket, matter) : Optional.empty();
            case CASE_FILE -> caseFile(ticket, matter, first);
            case CITIZEN, SENDER -> person(ticket, matter, first);
        };
    }

    private Verdict number(Candidate ticket, Matter matter) {
        References.Place place = references.numbers().getOrDefault(ticket.number(), References.Place.QUOTED);
        Sender sender = Sender.of(contact, identity, ticket);
        boolean stranger = sender == Sender.OTHER;
        if (stranger && !knowsTheSubject(ticket)) {
            return Verdict.link(
                    ticket,
                    Why.QUOTED,
                    0.3,
                    "number-of-another",
                    "cite le numéro d'une demande d'une autre personne : à rapprocher par un agent");
        }
        boolean inherited = place == References.Place.ADDRESS || place == References.Place.QUOTED;
        if (inherited && newSubject(ticket, matter)) {
            return newMatter(ticket);
        }
        if (endedTooLongAgo(ticket)) {
            return follows(ticket);
        }
        double sure = switch (place) {
            case SUBJECT -> 0.95;
            case NEW_TEXT, ADDRESS -> 0.9;
            case QUOTED -> 0.6;
        };
        String where = switch (place) {
            case SUBJECT -> "le numéro de la demande est dans l'objet";
            case NEW_TEXT -> "le numéro de la demande est dans le texte";
            case ADDRESS -> "le numéro de la demande est dans l'adresse";
            case QUOTED -> "le numéro de la demande n'est que dans le texte cité";
        };
        String rule = place == References.Place.QUOTED ? "ticket-number-quoted" : "ticket-number";
        return switch (sender) {
            case SAME -> Verdict.join(ticket, sure, rule, where);
            case UNKNOWN -> Verdict.join(ticket, Math.min(sure, 0.75), rule, where + ", rien ne dit de qui");
            case OTHER ->
                Verdict.join(
                        ticket, Math.min(sure, 0.7), rule, where + ", d'une autre adresse mais sous le même objet");
        };
    }

    private Optional<Verdict> message(Candidate ticket, Matter matter) {
        boolean answers = references.inReplyTo().contains(ticket.by());
        boolean refers = references.references().contains(ticket.by());
        boolean stranger = Sender.of(contact, identity, ticket) == Sender.OTHER;
        if (!answers && !refers) {
            return stranger || newSubject(ticket, matter) || endedTooLongAgo(ticket)
                    ? Optional.empty()
                    : Optional.of(Verdict.join(
                            ticket, 0.7, "same-message-id", "même identifiant qu'un message de cette demande"));
        }
        if (newSubject(ticket, matter)) {
            return Optional.of(newMatter(ticket));
        }
        if (endedTooLongAgo(ticket)) {
            return Optional.of(follows(ticket));
        }
        double sure = (answers ? 0.97 : 0.93) - (stranger ? 0.1 : 0);
        String what = answers ? "répond à un message de cette demande" : "suit un message de cette demande";
        return Optional.of(Verdict.join(
                ticket,
                sure,
                answers ? "in-reply-to" : "references",
                what + (stranger ? ", d'une autre adresse" : "")));
    }

    /** The number of a file that the directorates' software tells of counts only with something else that fits. */
    private Optional<Verdict> caseFile(Candidate ticket, Matter matter, boolean first) {
        boolean told = identified.caseFiles().stream()
                .anyMatch(file -> CaseFile.folded(file.number()).equals(ticket.by()));
        if (told && !identified.vouched() && Sender.of(contact, identity, ticket) != Sender.SAME) {
            return ticket.endedAt().isEmpty() && withinWindow(ticket)
                    ? Optional.of(Verdict.link(
                            ticket,
                            Why.QUOTED,
                            0.4,
                            "case-file-alone",
                            "cite le numéro d'un dossier, sans rien qui dise que c'est le sien"))
                    : Optional.empty();
        }
        boolean unqualified = matter.motive().equals(Matter.TRIAGE) && first;
        if (told && unqualified && ticket.endedAt().isEmpty() && withinWindow(ticket)) {
            return Optional.of(Verdict.join(ticket, 0.8, "case-file", "une demande ouverte sur ce dossier"));
        }
        return openOnTheSame(ticket, matter)
                ? Optional.of(Verdict.join(ticket, 0.85, "case-file", "même numéro de dossier, même motif"))
                : Optional.empty();
    }

    private Optional<Verdict> person(Candidate ticket, Matter matter, boolean first) {
        if (ticket.clue() == OpenMatters.Clue.CITIZEN && openOnTheSame(ticket, matter)) {
            return Optional.of(
                    Verdict.join(ticket, 0.75, "same-citizen-and-motive", "même usager, même motif, dans le délai"));
        }
        if (forSomebodyElse(ticket)) {
            return Optional.empty();
        }
        boolean written = contact.channel() instanceof Mail && first;
        return written && withinWindow(ticket) && mayGoOn(ticket) ? alike(ticket) : Optional.empty();
    }

    /** Who writes for many, a guardian or a care home, says of each whom it is about. */
    private boolean forSomebodyElse(Candidate ticket) {
        return identified.beneficiary().isPresent()
                && ticket.clue() == OpenMatters.Clue.SENDER
                && !ticket.citizen().equals(identified.whose());
    }

    private Optional<Verdict> alike(Candidate ticket) {
        String fresh = NewWords.of(contact);
        for (Earlier earlier : said(ticket)) {
            boolean sameSubject = Subjects.sameMatter(contact.subject(), earlier.subject());
            double text = Words.likeness(fresh, earlier.text());
            if (text >= SAME_TEXT) {
                return Optional.of(Verdict.join(
                        ticket,
                        sameSubject ? 0.85 : 0.75,
                        "same-sender-like-text",
                        "même expéditeur, presque le même texte"));
            }
            if (sameSubject && earlier.sender().equals(Sender.of(contact).orElse("-"))) {
                return Optional.of(Verdict.join(
                        ticket, 0.7, "same-sender-like-subject", "même expéditeur, même objet, dans le délai"));
            }
        }
        return Optional.empty();
    }

    /** An open ticket, or one that a reply may open again. */
    private boolean mayGoOn(Candidate ticket) {
        boolean reply = contact.channel() instanceof Mail mail && mail.nature() == Mail.Nature.REPLY;
        return ticket.endedAt().isEmpty() || reply && !endedTooLongAgo(ticket);
    }

    private boolean openOnTheSame(Candidate ticket, Matter matter) {
        return ticket.endedAt().isEmpty()
                && ticket.motive().equals(matter.motive())
                && sameSubjectLikely(matter, ticket)
                && withinWindow(ticket);
    }

    /** Two matters that nobody has qualified are one only when both are calls: somebody calls again. */
    private boolean sameSubjectLikely(Matter matter, Candidate ticket) {
        return !matter.motive().equals(Matter.TRIAGE)
                || ticket.phoneOnly() && contact.channel().kind() == ChannelKind.PHONE;
    }

    private boolean knowsTheSubject(Candidate ticket) {
        return said(ticket).stream().anyMatch(each -> Subjects.sameMatter(contact.subject(), each.subject()));
    }

    /** Whether the mail, although written in the ticket's thread, speaks of something else by its subject. */
    private boolean newSubject(Candidate ticket, Matter matter) {
        List<Earlier> earlier = said(ticket);
        if (!(contact.channel() instanceof Mail) || earlier.isEmpty() || namedAnew(ticket)) {
            return false;
        }
        String fresh = NewWords.of(contact);
        if (knownSubject(earlier)
                || goesOn(fresh)
                || earlier.stream().anyMatch(each -> Words.likeness(fresh, each.text()) >= SAME_TALK)) {
            return false;
        }
        boolean retyped = !REPLIES.matcher(contact.subject()).matches();
        boolean otherMotive =
                !matter.motive().equals(Matter.TRIAGE) && !matter.motive().equals(ticket.motive());
        return retyped || otherMotive;
    }

    /** By the earlier subjects that name a matter, if any does: our receipts' name none, whatever is asked. */
    private boolean knownSubject(List<Earlier> earlier) {
        List<String> telling = earlier.stream()
                .map(Earlier::subject)
                .filter(each -> !Subjects.saysNothing(each))
                .toList();
        return telling.isEmpty() || telling.stream().anyMatch(each -> Subjects.alike(contact.subject(), each));
    }

    private boolean namedAnew(Candidate ticket) {
        References.Place place = references.numbers().get(ticket.number());
        return place == References.Place.SUBJECT || place == References.Place.NEW_TEXT;
    }

    private static boolean goesOn(String fresh) {
        return CONTINUES.matcher(fresh).find() && !TURNS.matcher(fresh).find();
    }

    private List<Earlier> said(Candidate ticket) {
        return said.computeIfAbsent(ticket.id(), correspondence::saidIn);
    }

    private boolean withinWindow(Candidate ticket) {
        return within(settings.window(), Optional.of(ticket.lastContactAt()));
    }

    private boolean endedTooLongAgo(Candidate ticket) {
        return !within(settings.reopen(), ticket.endedAt());
    }

    private boolean within(Duration limit, Optional<Instant> since) {
        return since.map(then -> Duration.between(then, contact.receivedAt()).compareTo(limit) <= 0)
                .orElse(true);
    }

    private static Verdict newMatter(Candidate ticket) {
        return Verdict.link(
                ticket,
                Why.SAME_THREAD,
                0.8,
                "new-subject",
                "écrit à la suite d'une autre demande, mais l'objet est nouveau");
    }

    private static Verdict follows(Candidate ticket) {
        return Verdict.link(
                ticket, Why.FOLLOWS, 0.9, "ended-too-long-ago", "la demande d'origine est close depuis trop longtemps");
    }
}
