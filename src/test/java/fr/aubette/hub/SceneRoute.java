package fr.aubette.hub;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * One of the hub's own ways in, made of its template as an entry of {@code channels.yaml} makes it; gone when closed.
 */
public final class SceneRoute implements AutoCloseable {

    private final CamelContext camel;
    private final String id;

    private SceneRoute(CamelContext camel, String id) {
        this.camel = camel;
        this.id = id;
    }

    /**
     * Opens it.
     *
     * @param template as {@code receive-mail}
     * @param name the source's
     */
    public static SceneRoute open(CamelContext camel, String template, String name, Map<String, String> entry)
            throws Exception {
        String id = template + "-" + name;
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, template)
                .routeId(id)
                .prefixId(id)
                .parameter("name", name);
        entry.forEach(route::parameter);
        route.add();
        return new SceneRoute(camel, id);
    }

    @Override
    public void close() throws Exception {
        camel.getRouteController().stopRoute(id);
        camel.removeRoute(id);
    }
}
