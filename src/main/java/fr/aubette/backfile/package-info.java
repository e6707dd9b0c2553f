/**
 * The back-file: a stock of old papers, read when nothing of the day waits, and filed to its citizens and case files
 * with no ticket, clock, receipt or call-back. Entry point: {@link fr.aubette.backfile.BackfileWorker}.
 */
@NullMarked
package fr.aubette.backfile;

import org.jspecify.annotations.NullMarked;
