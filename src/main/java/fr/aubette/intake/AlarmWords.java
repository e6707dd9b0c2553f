package fr.aubette.intake;

/** Port: whether a text holds signs of somebody in danger. It may miss; classification looks again. */
@FunctionalInterface
public interface AlarmWords {

    /** Looks at the text's start only, in bounded time. */
    boolean alarming(String text);
}
