package fr.aubette.live;

import fr.aubette.access.Viewer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a browser listens. */
@Controller
class LivePage {

    private final Streams streams;

    LivePage(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(Viewer viewer) {
        return streams.open(viewer);
    }
}
