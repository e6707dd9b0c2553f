package fr.aubette.receive;

import fr.aubette.settings.ChannelsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes one route of a {@code receive-*} template for each source of {@code config/channels.yaml}. */
@Component
class ChannelInstances implements CamelContextConfiguration {

    private static final String TAKES = "receive-";
    private static final String TURNS_AWAY = "refuse-";

    private final Path file;
    private final Environment environment;

    ChannelInstances(@Value("${aubette.channels-file}") Path file, Environment environment) {
        this.file = file;
        this.environment = environment;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        ModelCamelContext model = (ModelCamelContext) camel;
        List<ChannelsFile.Source> sources =
                ChannelsFile.read(file, declared(model), environment::resolveRequiredPlaceholders);
        sources.forEach(source -> add(camel, source));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // every source follows its own lease from here on
    }

    private static Map<String, Map<String, Optional<String>>> declared(ModelCamelContext camel) {
        Map<String, Map<String, Optional<String>>> declared = new TreeMap<>();
        for (RouteTemplateDefinition template : camel.getRouteTemplateDefinitions()) {
            String id = template.getId();
            String door = id.startsWith(TAKES) ? id.substring(TAKES.length()) : "";
            if (ChannelsFile.channelOf(door).isPresent()) {
                Map<String, Optional<String>> parameters = new LinkedHashMap<>();
                template.getTemplateParameters().forEach(each -> parameters.put(each.getName(), standard(each)));
                declared.put(door, parameters);
            }
        }
        return declared;
    }

    /** Its default, empty text when it may be left out, nothing when it must be given. */
    private static Optional<String> standard(RouteTemplateParameterDefinition parameter) {
        boolean optional = Boolean.FALSE.equals(parameter.getRequired());
        return Optional.ofNullable(parameter.getDefaultValue()).or(() -> optional ? Optional.of("") : Optional.empty());
    }

    /** The route that takes, and where the door has one, the route that turns away what is none of its business. */
    private static void add(CamelContext camel, ChannelsFile.Source source) {
        instantiate(camel, TAKES, source);
        if (((ModelCamelContext) camel).getRouteTemplateDefinition(TURNS_AWAY + source.door()) != null) {
            instantiate(camel, TURNS_AWAY, source);
        }
    }

    private static void instantiate(CamelContext camel, String verb, ChannelsFile.Source source) {
        String template = verb + source.door();
        String id = template + "-" + source.name();
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(camel, template)
                .routeId(id)
                .prefixId(id)
                .parameter("name", source.name());
        source.parameters().forEach(builder::parameter);
        builder.add();
    }
}
