/**
 * Kills the hub again and again while every channel is loaded, and counts. Entry point:
 * {@link fr.aubette.faults.Faults}.
 */
package fr.aubette.faults;
