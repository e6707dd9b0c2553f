/**
 * The durable door: raw bytes kept and one row committed before a source is told "taken". Entry point:
 * {@link fr.aubette.intake.Intake}.
 */
@NullMarked
package fr.aubette.intake;

import org.jspecify.annotations.NullMarked;
