/**
 * The edge in: one sub-package a channel, all of the same shape, all ending at {@link fr.aubette.intake.Intake#take}.
 */
@NullMarked
package fr.aubette.receive;

import org.jspecify.annotations.NullMarked;
