package fr.aubette.stream;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Directorate;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Makes two routes of the template {@code read-updates} for each directorate that works from its queue: one for its
 * ordinary tickets, one for its protected ones.
 */
@Component
class UpdateRoutes implements CamelContextConfiguration {

    private static final String TEMPLATE = "read-updates";

    private final Catalogue catalogue;

    UpdateRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        catalogue.directorates().values().stream()
                .filter(each -> each.takes() != Directorate.Takes.CONSOLE)
                .map(Directorate::code)
                .sorted()
                .forEach(code -> add(camel, code));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // each route follows the database from here on
    }

    private static void add(CamelContext camel, String code) {
        add(camel, code, code, false);
        add(camel, code, code + ".protected", true);
    }

    private static void add(CamelContext camel, String code, String account, boolean restricted) {
        String id = TEMPLATE + "-" + account;
        TemplatedRouteBuilder.builder(camel, TEMPLATE)
                .routeId(id)
                .prefixId(id)
                .parameter("directorate", code)
                .parameter("account", account)
                .parameter("restricted", restricted)
                .add();
    }
}
