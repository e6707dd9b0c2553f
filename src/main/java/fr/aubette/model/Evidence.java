package fr.aubette.model;

/**
 * One reason for a decision, as an agent may read it.
 *
 * @param rule the rule that spoke, by its name in code or configuration, for example {@code same-mail-address}
 * @param detail what it saw
 */
public record Evidence(String rule, String detail) {}
