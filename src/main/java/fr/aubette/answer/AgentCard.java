package fr.aubette.answer;

/**
 * What a citizen reads of the agent in charge (CRPA L111-2).
 *
 * @param name as citizens read it
 * @param function blank when she gave none
 * @param address where she can be written to; blank for her directorate's
 * @param unnamed whether her safety forbids to name her
 */
public record AgentCard(String name, String function, String address, String phone, boolean unnamed) {

    /** Of somebody who filled in nothing. */
    public static AgentCard of(String name) {
        return new AgentCard(name, "", "", "", false);
    }
}
