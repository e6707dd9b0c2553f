package fr.aubette.settings;

import fr.aubette.answer.Delegations;
import fr.aubette.answer.Templates;
import fr.aubette.duty.Rota;
import fr.aubette.duty.Rotas;
import fr.aubette.model.Catalogue;
import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what {@code config/} says to whoever asks for it by type. */
@Configuration(proxyBeanMethods = false)
class CatalogueBeans {

    @Bean
    ConfigurationFolder configurationFolder(@Value("${aubette.config-dir:config}") Path folder) {
        return new ConfigurationFolder(folder);
    }

    @Bean
    Catalogue catalogue(ConfigurationFolder folder) {
        return folder.checked();
    }

    @Bean
    LiveRouting liveRouting(ConfigurationFolder folder, Catalogue catalogue, ObjectProvider<Clock> clock) {
        return new LiveRouting(folder, catalogue, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Delegations delegations(ConfigurationFolder folder, Catalogue catalogue) {
        return folder.delegations(catalogue);
    }

    @Bean
    Templates templates(ConfigurationFolder folder, Catalogue catalogue, ObjectProvider<Clock> clock) {
        return new LiveTemplates(folder, catalogue, clock.getIfAvailable(Clock::systemUTC));
    }

    /** A wrong rota has stopped the start; one that is saved wrong later changes nothing. */
    @Bean
    Rotas rotas(ConfigurationFolder folder, Catalogue catalogue, ObjectProvider<Clock> clock) {
        return new LiveFile<>(
                folder.folder().resolve("duty.yaml"),
                folder.rota(catalogue),
                file -> rota(folder, catalogue),
                clock.getIfAvailable(Clock::systemUTC))::get;
    }

    private static Rota rota(ConfigurationFolder folder, Catalogue catalogue) throws IOException {
        try {
            return folder.rota(catalogue);
        } catch (WrongConfiguration e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Bean
    Directory directory(ConfigurationFolder folder, ObjectProvider<Clock> clock) {
        return new LiveFile<>(
                folder.folder().resolve("directory.csv"),
                List.<Colleague>of(),
                DirectoryFile::read,
                clock.getIfAvailable(Clock::systemUTC))::get;
    }
}
