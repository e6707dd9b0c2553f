package fr.aubette.answer;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Answer.Medium;
import fr.aubette.answer.Answer.State;
import fr.aubette.answer.AnswerBook.Original;
import fr.aubette.model.Partner;
import fr.aubette.model.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes the two mails of a transfer: to the partner the request and its pieces as received, with their dates, and
 * nothing else that is known (CRPA L114-2); to the citizen who has it now. Its caller holds the ticket's lock.
 */
@Component
public class PassingOn {

    private final AnswerBook book;
    private final FactsBook facts;
    private final Templates templates;
    private final Places places;
    private final AnswerSettings settings;
    private final Clock clock;

    PassingOn(
            AnswerBook book,
            FactsBook facts,
            Templates templates,
            Places places,
            AnswerSettings settings,
            Clock clock) {
        this.book = book;
        this.facts = facts;
        this.templates = templates;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether anything can leave for this ticket. */
    public boolean canLeave(TicketId ticket) {
        return settings.mailboxByHand(facts.of(ticket).source()).isPresent();
    }

    /** The request and its pieces, for a partner that takes them by another way than a mail. */
    public Parcel parcel(TicketId ticket) {
        List<Original> originals = book.originals(ticket);
        return new Parcel(
                facts.of(ticket).number(),
                originals.stream()
                        .map(each -> new Parcel.Part(each.receivedOn(), each.channel(), each.text()))
                        .toList(),
                files(originals));
    }

    /** To the partner; its address must be plain. */
    public void toPartner(TicketId ticket, String address, Actor by) {
        TicketFacts about = facts.of(ticket);
        List<Original> originals = book.originals(ticket);
        String text = originals.stream().map(PassingOn::part).collect(Collectors.joining("\n\n"));
        Answer mail = mail(
                about,
                by,
                Kind.TRANSFER,
                address,
                "Transmission de la demande " + about.number() + " (article L114-2 du CRPA)",
                "Madame, Monsieur,\n\nLa demande ci-dessous nous est parvenue et relève de vous. Nous vous la transmettons"
                        + " telle que reçue, avec ses pièces (code des relations entre le public et l'administration,"
                        + " article L114-2). L'usager en est informé ; l'accusé de réception vous revient.\n\n"
                        + text);
        book.insert(mail);
        files(originals).forEach(file -> book.addFile(mail.id(), file));
    }

    private static String part(Original original) {
        return "Reçu le " + Variable.worded(original.receivedOn()) + " (" + channel(original.channel()) + ") :\n\n"
                + original.text();
    }

    private static String channel(String code) {
        return switch (code) {
            case "mail" -> "courriel";
            case "letter" -> "courrier";
            case "form" -> "formulaire";
            case "phone" -> "appel";
            case "counter" -> "accueil";
            default -> code;
        };
    }

    /** Bytes that speak of another matter too stay here: that matter's words are in them. */
    private static List<Answer.File> files(List<Original> originals) {
        List<Answer.File> files = new ArrayList<>();
        originals.stream()
                .filter(each -> each.whole()
                        && (each.channel().equals("mail") || each.channel().equals("letter")))
                .forEach(each -> files.add(new Answer.File(
                        files.size() + 1,
                        channel(each.channel()) + "-" + (files.size() + 1) + ending(each.mediaType()),
                        each.mediaType(),
                        each.size(),
                        each.sha256())));
        return files;
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "message/rfc822" -> ".eml";
            case "application/pdf" -> ".pdf";
            case "image/tiff" -> ".tif";
            default -> ".bin";
        };
    }

    /** To the citizen, at the address that she used, else on paper; nothing when no template says it. */
    public void toCitizen(TicketId ticket, Partner partner, Actor by) {
        templates.of(Template.Use.TRANSFER_NOTICE).ifPresent(template -> {
            TicketFacts about = facts.of(ticket);
            book.insert(mail(
                    about,
                    by,
                    Kind.TRANSFER_NOTICE,
                    about.addresses().stream().findFirst().orElse(""),
                    filled(template.subject(), template, about, partner),
                    filled(template.text(), template, about, partner)));
        });
    }

    private String filled(String text, Template template, TicketFacts about, Partner partner) {
        String named = put("partner", partner.label(), text);
        named = put("partner-says", partner.says(), named);
        named = put("partner-site", partner.site(), named);
        return places.fill(named, about, AgentCard.of(""), template.variables(), Map.of());
    }

    private static String put(String place, String value, String text) {
        return text.replaceAll("\\{\\{\\s*" + place + "\\s*}}", Matcher.quoteReplacement(value));
    }

    private Answer mail(TicketFacts about, Actor by, Kind kind, String address, String subject, String text) {
        Instant now = clock.instant();
        boolean paper = address.isBlank();
        return new Answer(
                new AnswerId(UUID.randomUUID()),
                about.ticket(),
                kind,
                paper ? Medium.LETTER : Medium.MAIL,
                paper ? State.PAPER : State.READY,
                0,
                by.login(),
                by.name(),
                settings.mailboxByHand(about.source()).orElse(""),
                address,
                subject,
                text,
                "",
                Map.of(),
                Optional.of(subject),
                Optional.of(text),
                List.of(),
                paper ? Optional.empty() : Optional.of(now.plus(settings.undo())),
                0,
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }
}
