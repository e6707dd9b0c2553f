package fr.aubette.live;

import fr.aubette.access.Viewer;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a browser listens; a script that listens for several pages says in which language they are. */
@Controller
class LivePage {

    private final Streams streams;

    LivePage(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(Viewer viewer, Locale preferred, @RequestParam(defaultValue = "") String langue) {
        Locale shown = langue.matches("fr|en") ? Locale.forLanguageTag(langue) : preferred;
        return streams.open(viewer, shown);
    }
}
