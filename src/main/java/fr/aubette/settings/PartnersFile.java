package fr.aubette.settings;

import fr.aubette.model.Partner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code partners.yaml}; without the file there is no partner. */
final class PartnersFile {

    private static final Set<String> KEYS =
            Set.of("label", "names", "says", "site", "mail", "queue", "folder", "answers");

    private PartnersFile() {}

    static Map<String, Partner> read(Path file, Problems problems) {
        Map<String, Partner> partners = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return partners;
        }
        Map<String, Entry> sections = YamlFile.read(file, problems).entries(Set.of("partners"));
        if (sections.containsKey("partners")) {
            sections.get("partners").entries().forEach((code, entry) -> partners.put(code, partner(code, entry)));
        }
        return partners;
    }

    private static Partner partner(String code, Entry entry) {
        if (!DirectoratesFile.CODE.matcher(code).matches()) {
            entry.wrong("code '" + code + "'", "capitals, digits and underscores");
        }
        Map<String, Entry> values = entry.entries(KEYS);
        for (String key : List.of("label", "says")) {
            if (!values.containsKey(key)) {
                entry.wrong("no " + key, "a " + key);
            }
        }
        return new Partner(
                code,
                values.containsKey("label") ? values.get("label").text() : code,
                values.containsKey("names")
                        ? values.get("names").list().stream().map(Entry::text).toList()
                        : List.of(),
                values.containsKey("says") ? values.get("says").text() : "",
                site(values),
                values.containsKey("mail") ? values.get("mail").text() : "",
                way(values),
                values.containsKey("folder") ? values.get("folder").text() : "",
                values.containsKey("answers") ? answers(values.get("answers")) : Partner.Answers.IN_A_MONTH);
    }

    private static Partner.Way way(Map<String, Entry> values) {
        boolean queue = values.containsKey("queue") && values.get("queue").flag();
        if (queue && values.containsKey("folder")) {
            values.get("folder").wrong("a folder beside a queue", "one of the two");
        }
        return queue ? Partner.Way.QUEUE : values.containsKey("folder") ? Partner.Way.FILE : Partner.Way.MAIL;
    }

    private static Partner.Answers answers(Entry entry) {
        Map<String, Entry> values = entry.entries(Set.of("amount", "unit", "article"));
        if (!values.containsKey("article")) {
            entry.wrong("no article", "amount, unit and article");
        }
        return new Partner.Answers(
                ClockEntry.amount(values),
                ClockEntry.unit(values),
                values.containsKey("article") ? values.get("article").text() : "");
    }

    private static String site(Map<String, Entry> values) {
        if (!values.containsKey("site")) {
            return "";
        }
        String site = values.get("site").text();
        if (!site.matches("https?://\\S+")) {
            values.get("site").wrong("'" + site + "'", "an http(s) address");
        }
        return site;
    }
}
