package fr.aubette.desk;

import fr.aubette.intake.Taken;

/** Port: where an agent's entry of a visit or a call is taken; its fields are in {@code docs/channels/counter.md}. */
@FunctionalInterface
public interface CounterEntries {

    /**
     * Takes the entry; when this returns, it is safe.
     *
     * @param agent sign-in name, from the session
     * @throws fr.aubette.model.Refused if it cannot be taken as it is, with a reason for the agent
     * @throws fr.aubette.intake.IntakeUnavailable if the door is closed for the moment
     */
    Taken take(String agent, byte[] json);
}
