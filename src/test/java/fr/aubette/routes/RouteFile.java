package fr.aubette.routes;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Runs one file of {@code routes/} without Spring: the beans it names are given by the test. */
public final class RouteFile {

    private RouteFile() {}

    public static CamelContext load(String name, Map<String, Object> beans) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        beans.forEach((id, bean) -> camel.getRegistry().bind(id, bean));
        add(camel, name);
        return camel;
    }

    /** Adds one more file to a context. */
    public static void add(CamelContext camel, String name) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(
                        camel, "file:" + Path.of("routes", name).toAbsolutePath()));
    }
}
