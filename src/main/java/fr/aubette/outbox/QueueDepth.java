package fr.aubette.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How a directorate's queue stands.
 *
 * @param directorate its code
 * @param messages that wait, those under way included
 * @param oldest how long the first of them has waited; empty when none does
 * @param readers programs that listen at the moment
 */
public record QueueDepth(String directorate, long messages, Optional<Duration> oldest, long readers) {}
