package fr.aubette.intake;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;

/** The queues by which what was taken reaches the stream. */
public final class Queues {

    /** What waits its turn. */
    public static final String ORDINARY = "aubette.intakes";
    /** What never waits behind the ordinary: the phone, and what looks like somebody in danger. */
    public static final String URGENT = "aubette.intakes.urgent";
    /** Scans, read page by page before they join one of the others. */
    public static final String PAGES = "aubette.pages";

    private Queues() {}

    /**
     * The queue of an item just taken.
     *
     * @param alarming whether its text looks like somebody in danger
     */
    public static String of(RawItem item, boolean alarming) {
        if (item.channel() == ChannelKind.LETTER) {
            return PAGES;
        }
        return alarming || item.channel() == ChannelKind.PHONE ? URGENT : ORDINARY;
    }
}
