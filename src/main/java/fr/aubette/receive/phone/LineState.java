package fr.aubette.receive.phone;

import java.time.Instant;
import java.util.Optional;

/**
 * How a phone line is, for health.
 *
 * @param connectedSince login of the present connection; empty while there is none
 * @param lastHeard last byte received, answers to pings included
 * @param skippedLines lines that could not be understood since the start
 * @param droppedBlocks events that a connection broke off since the start
 * @param openCalls conversations followed, those inside the exchange included
 * @param waiting calls that are over and that the intake has not taken yet
 * @param handedOver calls taken by the intake since the start
 * @param trouble what is wrong, without personal data; empty when nothing is
 */
public record LineState(
        Optional<Instant> connectedSince,
        Optional<Instant> lastHeard,
        long skippedLines,
        long droppedBlocks,
        int openCalls,
        int waiting,
        long handedOver,
        Optional<String> trouble) {}
