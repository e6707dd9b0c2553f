package fr.aubette.normalise.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Letter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads files or folders of scans and prints a JSON line for each page, then for each letter: to measure the reading.
 */
public final class ReadScans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadScans() {}

    public static void main(String[] args) throws Exception {
        LetterNormaliser normaliser = LetterNormaliser.readingDirectly(ReadingSettings.defaults());
        for (String arg : args) {
            try (Stream<Path> files = Files.walk(Path.of(arg))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    read(normaliser, file);
                }
            }
        }
    }

    private static void read(LetterNormaliser normaliser, Path file) throws Exception {
        RawItem item = new RawItem(
                ChannelKind.LETTER, "measure", file.toString(), Instant.now(), "", Map.of(), Content.of(file));
        String set = file.toAbsolutePath().getParent().getFileName().toString();
        String name = file.getFileName().toString();
        long start = System.nanoTime();
        try {
            Contact contact = normaliser.normalise(item);
            Letter letter = (Letter) contact.channel();
            for (Letter.Page page : letter.pages()) {
                print(Map.of(
                        "set",
                        set,
                        "file",
                        name,
                        "page",
                        page.number(),
                        "text",
                        page.text(),
                        "conf",
                        page.confidence()));
            }
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("letter", name);
            said.put("reading", letter.reading());
            said.put("remarks", letter.remarks());
            said.put("subject", contact.subject());
            said.put("date", letter.writtenOn().map(Object::toString).orElse(""));
            said.put("name", contact.requester().name().orElse(""));
            said.put("address", contact.requester().address().orElse(""));
            said.put("mails", contact.requester().mails());
            said.put("ms", (System.nanoTime() - start) / 1_000_000);
            print(said);
        } catch (Refused e) {
            print(Map.of(
                    "letter", name, "refused", List.of(e.getMessage()), "ms", (System.nanoTime() - start) / 1_000_000));
        }
    }

    private static void print(Map<String, ?> line) throws Exception {
        System.out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
