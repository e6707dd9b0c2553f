package fr.aubette.normalise.mail;

import fr.aubette.model.Mail.Delivery;
import fr.aubette.model.Mail.Failure;
import fr.aubette.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a bounce says: by its report (RFC 3464) where it has one, else by the words of its text. */
final class DeliveryReport {

    private static final int MOST_RECIPIENTS = 100;
    private static final int TEXT_LOOKED_AT = 20_000;
    private static final Pattern GROUPS = Pattern.compile("(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)");
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern SAID_STATUS = Pattern.compile(
            "(?<![\\d.])(?:[45]\\d\\d[ -]#?\\(?|#|status\"?:? ?\"?|\\()([45]\\.\\d{1,2}\\.\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern SAID_ID = Pattern.compile("(?im)^[ >\t]*message-id:\\s*<([^<>\\s]{3,500})>");
    private static final Pattern ADDRESS = Pattern.compile("<([^<>\\s@]{1,128}@[^<>\\s@]{1,255})>");

    private DeliveryReport() {}

    /**
     * Reads the report.
     *
     * @param text the bounce's own text
     */
    static Delivery of(Part root, String text) {
        List<Part> parts = root.all();
        List<Failure> failures = new ArrayList<>();
        parts.stream().filter(DeliveryReport::isReport).forEach(part -> reported(part, failures));
        String start = text.substring(0, Math.min(text.length(), TEXT_LOOKED_AT));
        if (failures.isEmpty()) {
            failures.addAll(said(root.headers, start));
        }
        return new Delivery(originalId(root.headers, parts, start), failures);
    }

    private static boolean isReport(Part part) {
        return part.is("message/delivery-status") || part.is("message/global-delivery-status");
    }

    private static void reported(Part part, List<Failure> failures) {
        String report = new String(part.body().bytes(), StandardCharsets.UTF_8);
        for (String group : GROUPS.split(report)) {
            Headers fields = Headers.ofText(group);
            Optional<String> recipient = fields.first("final-recipient")
                    .or(() -> fields.first("original-recipient"))
                    .map(DeliveryReport::address);
            Optional<String> action = fields.first("action").map(DeliveryReport::word);
            Optional<String> status = fields.first("status").flatMap(DeliveryReport::status);
            if ((recipient.isPresent() || action.isPresent() || status.isPresent())
                    && failures.size() < MOST_RECIPIENTS) {
                failures.add(new Failure(recipient.filter(found -> !found.isEmpty()), action, status));
            }
        }
    }

    private static String address(String typed) {
        String address = Clean.line(typed.substring(typed.indexOf(';') + 1).replaceAll("[<>]", ""), 320);
        return address.toLowerCase(Locale.ROOT);
    }

    private static String word(String value) {
        Matcher word = Pattern.compile("^[A-Za-z-]{1,20}").matcher(value);
        return word.find() ? word.group().toLowerCase(Locale.ROOT) : "failed";
    }

    private static Optional<String> status(String value) {
        Matcher code = STATUS.matcher(value);
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** A server that writes no report names the recipient and quotes the other server's answer. */
    private static List<Failure> said(Headers headers, String text) {
        Matcher code = SAID_STATUS.matcher(text.toLowerCase(Locale.ROOT));
        Optional<String> status = code.find() ? Optional.of(code.group(1)) : Optional.empty();
        Optional<String> recipient = headers.first("x-failed-recipients")
                .flatMap(field -> Addresses.all(field).stream().findFirst())
                .or(() -> firstAddress(text));
        return status.isEmpty() && recipient.isEmpty()
                ? List.of()
                : List.of(new Failure(recipient, Optional.empty(), status));
    }

    private static Optional<String> firstAddress(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.find() ? Optional.of(address.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** By the mail that it gives back, by its report, by its text, at last by the header of its own. */
    private static Optional<String> originalId(Headers headers, List<Part> parts, String text) {
        return parts.stream()
                .filter(part -> part.is("message/rfc822")
                        || part.is("text/rfc822-headers")
                        || part.is("message/rfc822-headers"))
                .flatMap(part -> header(part).stream())
                .flatMap(inner -> inner.first("message-id").stream())
                .flatMap(field -> MessageIds.first(field).stream())
                .findFirst()
                .or(() -> parts.stream()
                        .filter(DeliveryReport::isReport)
                        .map(part -> Headers.ofText(new String(part.body().bytes(), StandardCharsets.UTF_8)))
                        .flatMap(fields -> Stream.of("original-message-id", "x-original-message-id")
                                .flatMap(name -> fields.first(name).stream()))
                        .flatMap(field -> MessageIds.first(field).stream())
                        .findFirst())
                .or(() -> saidId(text))
                .or(() -> headers.first("in-reply-to").flatMap(MessageIds::first))
                .or(() -> headers.first("references")
                        .map(MessageIds::all)
                        .filter(all -> !all.isEmpty())
                        .map(all -> all.get(all.size() - 1)));
    }

    private static Optional<Headers> header(Part part) {
        try {
            byte[] bytes = part.body().bytes();
            return Optional.of(MimeReader.read(new ByteArrayInputStream(bytes)).headers);
        } catch (IOException | Refused unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> saidId(String text) {
        Matcher id = SAID_ID.matcher(text);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }
}
