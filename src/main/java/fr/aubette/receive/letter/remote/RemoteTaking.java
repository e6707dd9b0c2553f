package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropSettings;
import fr.aubette.receive.letter.FetchedPages;
import fr.aubette.receive.letter.TakeWhen;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How numbered files of a server are taken, by what {@code takeWhen} of channels.yaml says. */
@Configuration(proxyBeanMethods = false)
class RemoteTaking {

    @Bean("fetchWhen-numbered-settled")
    TakeWhen<Object> settled(SettledRemotely alone, DropSettings settings, FetchedPages fetched, Clock clock) {
        return new NumberedRemotely(alone, false, settings, fetched, clock);
    }

    @Bean("fetchWhen-numbered-renamed")
    TakeWhen<Object> renamed(RenamedRemotely alone, DropSettings settings, FetchedPages fetched, Clock clock) {
        return new NumberedRemotely(alone, false, settings, fetched, clock);
    }

    @Bean("fetchWhen-numbered-marked")
    TakeWhen<Object> marked(MarkedRemotely alone, DropSettings settings, FetchedPages fetched, Clock clock) {
        return new NumberedRemotely(alone, true, settings, fetched, clock);
    }
}
