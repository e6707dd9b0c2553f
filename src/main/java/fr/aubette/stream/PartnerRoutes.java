package fr.aubette.stream;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Partner;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** Makes a route for each partner whose own software takes requests, from which it reports what became of them. */
@Component
class PartnerRoutes implements CamelContextConfiguration {

    private final Catalogue catalogue;

    PartnerRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        catalogue.partners().values().stream()
                .filter(each -> each.way() != Partner.Way.MAIL)
                .forEach(each -> add(camel, each));
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // each route follows the database from here on
    }

    private static void add(CamelContext camel, Partner partner) {
        boolean queue = partner.way() == Partner.Way.QUEUE;
        String template = queue ? "read-partner-queue" : "read-partner-folder";
        String id = template + "-" + partner.code();
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, template)
                .routeId(id)
                .prefixId(id)
                .parameter("partner", partner.code());
        (queue ? route : route.parameter("folder", partner.folder())).add();
    }
}
