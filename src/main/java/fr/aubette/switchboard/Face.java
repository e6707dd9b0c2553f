package fr.aubette.switchboard;

import fr.aubette.access.Viewer;
import java.util.Locale;

/** Port: how a call looks on a screen. */
@FunctionalInterface
public interface Face {

    /** A piece of HTML for this agent, in this language. */
    String card(Pop pop, Viewer viewer, Locale language);
}
