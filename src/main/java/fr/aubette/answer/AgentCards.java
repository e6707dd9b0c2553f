package fr.aubette.answer;

import java.util.Optional;

/** Port: what each agent lets citizens read of her. */
public interface AgentCards {

    Optional<AgentCard> find(String login);

    void save(String login, AgentCard card);
}
