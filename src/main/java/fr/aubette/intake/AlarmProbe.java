package fr.aubette.intake;

import fr.aubette.model.RawItem;

/** Port: a quick, bounded look at raw bytes for words of danger; it may miss, what follows looks again. */
@FunctionalInterface
public interface AlarmProbe {

    boolean alarming(RawItem item);
}
