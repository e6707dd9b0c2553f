package fr.aubette.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.aubette.model.Contact;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** All pages and all letters of a scanned file in flat fields, for scorers and filters that know nothing else. */
final class LetterLines {

    private LetterLines() {}

    /** Adds them: the same for each letter of the file. */
    static void addTo(ObjectNode line, List<Contact> folds) {
        ArrayNode pages = line.putArray("pages");
        folds.stream()
                .flatMap(fold -> letter(fold).pages().stream())
                .sorted(Comparator.comparingInt(Letter.Page::number))
                .forEach(page -> pages.addObject()
                        .put("page", page.number())
                        .put("kind", page.kind().name().toLowerCase(Locale.ROOT))
                        .put("rotation", page.rotation())
                        .put("text", page.text())
                        .put("confidence", page.confidence()));
        ArrayNode letters = line.putArray("letters");
        folds.forEach(fold -> add(letters.addObject(), letter(fold)));
    }

    private static Letter letter(Contact contact) {
        return (Letter) contact.channel();
    }

    private static void add(ObjectNode node, Letter letter) {
        List<Letter.Page> sides = letter.pages().stream()
                .filter(page -> page.kind() == Letter.PageKind.LETTER)
                .toList();
        ArrayNode pages = node.putArray("pages");
        sides.forEach(page -> pages.add(page.number()));
        found(node, "sender_name", letter.findings().senderName());
        address(node, letter.findings().senderAddress());
        found(node, "date", letter.findings().date());
        found(node, "object", letter.findings().object());
        found(node, "reference", letter.findings().reference());
        all(node, "phones", letter.findings().phones());
        all(node, "mails", letter.findings().mails());
        all(node, "amounts", letter.findings().amounts());
        node.put("text", sides.stream().map(Letter.Page::text).collect(Collectors.joining("\n\n")));
    }

    private static void found(ObjectNode node, String name, Optional<Found> found) {
        node.put(name, found.map(Found::value).orElse(null));
        node.put(name + "_confidence", found.map(Found::confidence).orElse(0));
    }

    /** A list of lines. */
    private static void address(ObjectNode node, Optional<Found> address) {
        ArrayNode lines = node.putArray("sender_address");
        address.ifPresent(found -> List.of(found.value().split("\\n")).forEach(lines::add));
        node.put("sender_address_confidence", address.map(Found::confidence).orElse(0));
    }

    private static void all(ObjectNode node, String name, List<Found> found) {
        ArrayNode values = node.putArray(name);
        found.forEach(each -> values.addObject().put("value", each.value()).put("confidence", each.confidence()));
    }
}
