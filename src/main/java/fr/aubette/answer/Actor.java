package fr.aubette.answer;

import java.util.List;

/**
 * Who writes, agrees or signs.
 *
 * @param login sign-in name
 * @param name as colleagues and citizens read it
 * @param names her sign-in name and those of the absent whom she replaces today
 */
public record Actor(String login, String name, List<String> names) {

    /** The program itself. */
    public static final Actor PROGRAM = new Actor("aubette", "Aubette", List.of());

    public Actor {
        names = List.copyOf(names);
    }
}
