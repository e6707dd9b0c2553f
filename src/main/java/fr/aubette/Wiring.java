package fr.aubette;

import fr.aubette.answer.AnswerFiles;
import fr.aubette.classify.OrdinaryTopic;
import fr.aubette.classify.ProtectedLexicon;
import fr.aubette.classify.RoutingSource;
import fr.aubette.deadline.Deadlines;
import fr.aubette.dispatch.Sectoring;
import fr.aubette.intake.AlarmWords;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.FileContentStore;
import fr.aubette.lease.HubFolder;
import fr.aubette.model.Content;
import fr.aubette.ticket.ClockRules;
import fr.aubette.ticket.OrdinaryRules;
import fr.aubette.ticket.RulesVersion;
import fr.aubette.ticket.SectorRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Ties together what may not know each other. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    HubFolder hubFolder(@Value("${aubette.hub-dir:data/hub}") Path folder) throws IOException {
        return HubFolder.in(folder);
    }

    /** Where a channel or a stage puts aside what is too large for the memory. */
    @Bean
    Path scratch(HubFolder folder) {
        return folder.scratch();
    }

    /** Without this the web server leaves a folder of the machine's own behind at each start. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> webFolder(HubFolder folder) {
        return server -> server.setBaseDirectory(folder.web().toFile());
    }

    @Bean
    ContentStore contentStore(@Value("${aubette.content-dir}") Path folder) throws IOException {
        return new FileContentStore(folder);
    }

    @Bean
    AlarmWords alarmWords(ProtectedLexicon lexicon) {
        return lexicon::suspects;
    }

    @Bean
    ClockRules clockRules(Deadlines deadlines) {
        return (motive, course) -> deadlines.of(motive, course);
    }

    @Bean
    RulesVersion rulesVersion(RoutingSource rules) {
        return rules::version;
    }

    @Bean
    OrdinaryRules ordinaryRules(OrdinaryTopic topic) {
        return topic::motive;
    }

    @Bean
    SectorRules sectorRules(Sectoring sectoring) {
        return (motive, words, home) -> {
            Sectoring.Placed placed = sectoring.place(motive, words, home);
            return new SectorRules.Placed(placed.service(), placed.site());
        };
    }

    @Bean
    AnswerFiles answerFiles(ContentStore contents) {
        return new AnswerFiles() {
            @Override
            public Kept keep(Content content) throws IOException {
                ContentStore.Kept kept = contents.keep(content);
                return new Kept(kept.sha256(), kept.size());
            }

            @Override
            public Content find(String sha256) {
                return contents.find(sha256);
            }
        };
    }
}
