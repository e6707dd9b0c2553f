package fr.aubette.normalise;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.RawItem;

/** Makes a contact of one channel's raw items. Pure: the same bytes always give the same contact. */
public interface ChannelNormaliser {

    /** The channel that it reads. */
    ChannelKind channel();

    /**
     * Reads the item.
     *
     * @throws fr.aubette.model.Refused if the bytes can never be read, with a reason an agent understands
     */
    Contact normalise(RawItem item);
}
