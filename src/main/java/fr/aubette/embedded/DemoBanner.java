package fr.aubette.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in ten lines where to click and what to drop. */
@Component
@ConditionalOnProperty("aubette.demo.enabled")
class DemoBanner {

    private final DemoSettings demo;
    private final EmbeddedSettings embedded;
    private final ServletWebServerApplicationContext web;

    DemoBanner(DemoSettings demo, EmbeddedSettings embedded, ServletWebServerApplicationContext web) {
        this.demo = demo;
        this.embedded = embedded;
        this.web = web;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        String text = """

                Aubette — démonstration / demonstration
                  Console        http://localhost:%1$d/
                  Formulaires    http://localhost:%1$d/formulaires        (citizens' forms)
                  Courriel       SMTP localhost:%2$d, to %3$s
                  Courrier       drop PDF, TIFF, JPEG or PNG into %4$s
                  Standard       recorded calls ring by themselves, one after the other
                  File AMQP      localhost:%5$d, STOMP localhost:%6$d, queue aubette.directorate.<CODE>
                  Santé          http://localhost:%1$d/actuator/health/whole
                  Données        %7$s   (kill -9 this process: it starts again and the books balance)
                """.formatted(
                        web.getWebServer().getPort(),
                        demo.smtpPort(),
                        DemoMailbox.ADDRESS,
                        demo.dropFolder().toAbsolutePath(),
                        embedded.amqpPort(),
                        embedded.stompPort(),
                        embedded.dataDir().toAbsolutePath());
        System.out.println(text);
    }
}
