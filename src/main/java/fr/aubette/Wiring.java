package fr.aubette;

import fr.aubette.classify.ProtectedLexicon;
import fr.aubette.deadline.Deadlines;
import fr.aubette.intake.AlarmWords;
import fr.aubette.intake.ContentStore;
import fr.aubette.intake.FileContentStore;
import fr.aubette.ticket.ClockRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
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
    ContentStore contentStore(@Value("${aubette.content-dir}") Path folder) throws IOException {
        return new FileContentStore(folder);
    }

    @Bean
    AlarmWords alarmWords(ProtectedLexicon lexicon) {
        return lexicon::suspects;
    }

    @Bean
    ClockRules clockRules(Deadlines deadlines) {
        return deadlines::of;
    }
}
