package fr.aubette.settings;

import fr.aubette.answer.Template;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code templates/}: the texts that answers begin with. */
final class TemplatesFolder {

    private TemplatesFolder() {}

    /** Its files by code; none when there is no such folder. */
    static Map<String, Template> read(Path folder, Catalogue catalogue, Problems problems) {
        Map<String, Template> templates = new TreeMap<>();
        for (Path file : files(folder, problems)) {
            Template template = TemplateFile.read(file, catalogue, problems);
            templates.values().stream()
                    .filter(known -> known.use() == template.use())
                    .filter(known -> template.use().automatic())
                    .forEach(known -> problems.add(new Problem(
                            file.toString(),
                            1,
                            "use",
                            template.use().code() + ", as in " + known.code() + ".yaml",
                            "one template of this use")));
            templates.put(template.code(), template);
        }
        return templates;
    }

    private static List<Path> files(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(folder.toString(), 1, "(folder)", "a folder that cannot be read", "a folder"));
            return List.of();
        }
    }
}
