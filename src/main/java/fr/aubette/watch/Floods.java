package fr.aubette.watch;

import java.util.Map;

/** Port: mails held back as a flood. */
@FunctionalInterface
public interface Floods {

    /** How many in the last hour, by the source that took them; sources without are left out. */
    Map<String, Long> lastHour();
}
