package fr.aubette.outbox;

import jakarta.jms.ConnectionFactory;

/**
 * The relay's two ways to the broker.
 *
 * @param single each message is durable when its send returns
 * @param together messages are durable when their transaction's commit returns
 */
record RelayConnections(ConnectionFactory single, ConnectionFactory together) {}
