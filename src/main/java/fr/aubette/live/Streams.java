package fr.aubette.live;

import fr.aubette.access.OwnPassword;
import fr.aubette.access.Sight;
import fr.aubette.access.Viewer;
import fr.aubette.access.Viewers;
import fr.aubette.model.Catalogue;
import fr.aubette.model.TicketId;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open streams. Rights are read anew at each push: who lost one hears no more. */
@Component
class Streams {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Map<SseEmitter, Listener> open = new ConcurrentHashMap<>();
    private final Seen seen;
    private final Viewers viewers;
    private final Catalogue catalogue;
    private volatile boolean closing;

    Streams(Seen seen, Viewers viewers, Catalogue catalogue) {
        this.seen = seen;
        this.viewers = viewers;
        this.catalogue = catalogue;
    }

    boolean none() {
        return open.isEmpty();
    }

    /** Who listens, and in which language her page is. */
    private record Listener(String login, Locale language) {}

    SseEmitter open(Viewer viewer, Locale language) {
        SseEmitter stream = new SseEmitter(0L);
        stream.onCompletion(() -> open.remove(stream));
        stream.onError(failure -> open.remove(stream));
        stream.onTimeout(stream::complete);
        if (closing) {
            stream.complete();
            return stream;
        }
        open.put(stream, new Listener(viewer.login(), language));
        send(stream, SseEmitter.event().name("hello").reconnectTime(2_000).data(""));
        return stream;
    }

    /** Tells each stream those of the changed tickets that its reader may know of: people of equal rights ask once. */
    void push(Set<TicketId> changed) {
        Map<String, Optional<Sight>> sights = new HashMap<>();
        Map<Sight, List<String>> numbers = new HashMap<>();
        try {
            open.forEach((stream, listener) -> {
                Optional<Sight> sight = sights.computeIfAbsent(listener.login(), this::sight);
                if (sight.isEmpty()) {
                    stream.complete();
                    return;
                }
                tell(stream, numbers.computeIfAbsent(sight.get(), each -> seen.of(changed, each)));
            });
        } catch (DataAccessException e) {
            LOG.debug("Nothing is pushed while PostgreSQL is away: {}", e.getMessage());
        }
    }

    /** Tells the mail room's people that some batch changed. */
    void pushBatches() {
        try {
            open.forEach((stream, listener) -> {
                if (viewers.find(listener.login()).filter(Viewer::handlesMail).isPresent()) {
                    tell(stream, List.of("courrier"));
                }
            });
        } catch (DataAccessException e) {
            LOG.debug("Nothing is pushed while PostgreSQL is away: {}", e.getMessage());
        }
    }

    Set<Locale> languages(String login) {
        return open.values().stream()
                .filter(each -> each.login().equals(login))
                .map(Listener::language)
                .collect(Collectors.toSet());
    }

    void push(String login, Locale language, String event, String data) {
        Listener wanted = new Listener(login, language);
        open.forEach((stream, listener) -> {
            if (listener.equals(wanted)) {
                send(stream, SseEmitter.event().name(event).data(data));
            }
        });
    }

    /** Whoever listened with the old password must sign in again; the one who changed it listens again by herself. */
    @EventListener
    void end(OwnPassword.Changed changed) {
        open.forEach((stream, listener) -> {
            if (listener.login().equals(changed.login())) {
                stream.complete();
            }
        });
    }

    /** Finds connections that have gone, and keeps proxies from closing those that are quiet. */
    @Scheduled(fixedDelay = 20_000)
    void beat() {
        open.keySet().forEach(stream -> send(stream, SseEmitter.event().comment("")));
    }

    /** An open stream would hold up the stop of the hub. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        open.keySet().forEach(SseEmitter::complete);
    }

    private Optional<Sight> sight(String login) {
        return viewers.find(login).map(viewer -> Sight.of(viewer, catalogue));
    }

    private void tell(SseEmitter stream, Collection<String> changed) {
        if (!changed.isEmpty()) {
            send(stream, SseEmitter.event().name("changed").data(String.join(" ", changed)));
        }
    }

    private void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException e) {
            open.remove(stream);
        }
    }
}
