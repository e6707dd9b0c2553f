package fr.aubette.cli;

import fr.aubette.settings.ChannelsFile;
import fr.aubette.settings.WrongConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A check for each source of {@code channels.yaml}, by what its route template asks for. */
final class ChannelChecks {

    private ChannelChecks() {}

    /** Each by its name, {@code kind name}; one failing check when the file is wrong. */
    static Map<String, Check> of(HubEnvironment settings, Path routes) throws IOException {
        String file = settings.get("aubette.channels-file");
        Path channels = file.isEmpty() ? settings.configFolder().resolve("channels.yaml") : Path.of(file);
        Map<String, Map<String, Optional<String>>> declared = declared(routes);
        Map<String, Check> checks = new LinkedHashMap<>();
        try {
            for (ChannelsFile.Source source : ChannelsFile.read(channels, declared, settings::resolve)) {
                Map<String, String> values = new TreeMap<>();
                declared.getOrDefault(source.door(), Map.of())
                        .forEach((key, standard) -> standard.ifPresent(value -> values.put(key, value)));
                values.putAll(source.parameters());
                check(source, values).ifPresent(check -> checks.put(source.door() + " " + source.name(), check));
            }
        } catch (WrongConfiguration e) {
            checks.put("channels.yaml", () -> ConfigurationCheck.wrong(e));
        } catch (IllegalArgumentException e) {
            checks.put(
                    "channels.yaml",
                    () -> Finding.failure(
                            new Said("a placeholder has no value", "une variable n'a pas de valeur"),
                            new Said(
                                    "set the environment variables it names", "définissez les variables qu'il nomme")));
        }
        return checks;
    }

    private static Optional<Check> check(ChannelsFile.Source source, Map<String, String> values) {
        return switch (source.door()) {
            case "mail" -> Optional.of(new MailboxCheck(source.name(), values));
            case "phone" -> Optional.of(new SwitchboardCheck(values));
            case "letter" -> Optional.of(new FolderCheck(Path.of(values.getOrDefault("folder", ""))));
            case "letter-sftp" -> Optional.of(new RemoteFolderCheck("sftp", values));
            case "letter-ftps" -> Optional.of(new RemoteFolderCheck("ftps", values));
            default -> Optional.empty();
        };
    }

    /** Each parameter with its default, as the hub itself finds them; empty: must be given. */
    private static Map<String, Map<String, Optional<String>>> declared(Path routes) throws IOException {
        Map<String, Map<String, Optional<String>>> declared = new TreeMap<>();
        DefaultCamelContext camel = new DefaultCamelContext();
        try (Stream<Path> files = Files.list(routes)) {
            List<Path> templates = files.filter(
                            file -> String.valueOf(file.getFileName()).matches("1[0-9]-receive-.*[.]camel[.]yaml"))
                    .toList();
            for (Path file : templates) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath()));
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the templates of " + routes + " cannot be read: " + e.getMessage(), e);
        }
        for (RouteTemplateDefinition template : camel.getRouteTemplateDefinitions()) {
            String door = template.getId().replaceFirst("^receive-", "");
            if (ChannelsFile.channelOf(door).isPresent()) {
                Map<String, Optional<String>> parameters = new LinkedHashMap<>();
                template.getTemplateParameters().forEach(each -> {
                    boolean optional = Boolean.FALSE.equals(each.getRequired());
                    parameters.put(
                            each.getName(),
                            Optional.ofNullable(each.getDefaultValue())
                                    .or(() -> optional ? Optional.of("") : Optional.empty()));
                });
                declared.put(door, parameters);
            }
        }
        return declared;
    }
}
