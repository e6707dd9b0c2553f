package fr.aubette.outbox;

/** Port: how this hub signs in to its broker; the embedded one makes its own password. */
@FunctionalInterface
public interface BrokerAccess {

    String password();
}
