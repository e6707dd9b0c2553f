package fr.aubette.receive.form;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes of a form what the intake takes. */
@Component("formItems")
public class FormItems {

    private final Clock clock;

    FormItems(Clock clock) {
        this.clock = clock;
    }

    /** The form as a raw item of this source; its token is its reference. */
    public RawItem item(FormEntry entry, String source) {
        return new RawItem(
                ChannelKind.FORM,
                source,
                entry.token(),
                clock.instant(),
                "application/json",
                Map.of("form", entry.form(), "language", entry.language(), "client", entry.page() ? "page" : "program"),
                entry.json());
    }
}
