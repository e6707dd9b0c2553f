package fr.aubette.switchboard;

import java.util.List;
import java.util.Optional;

/** Port: who sits at which telephone; an agent has one, a telephone has one agent. */
public interface Telephones {

    /** Sign-in name of who sits at this telephone. */
    Optional<String> at(String line, String extension);

    /** The telephone of this agent. */
    Optional<Telephone> of(String login);

    /** All of them, by sign-in name. */
    List<Telephone> all();

    /** Seats an agent at a telephone; whoever sat there has none any more. */
    void seat(Telephone telephone);

    /** Takes an agent's telephone away. */
    void leave(String login);

    /**
     * A telephone and who sits at it.
     *
     * @param line the exchange, an entry of {@code config/channels.yaml}
     * @param extension its number inside, for example {@code 101}
     */
    record Telephone(String login, String line, String extension) {}
}
