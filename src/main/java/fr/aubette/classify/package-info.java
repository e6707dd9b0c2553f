/**
 * One or more matters in each contact, each with motive, certainty and evidence. Entry point:
 * {@link fr.aubette.classify.Classifier}.
 */
@NullMarked
package fr.aubette.classify;

import org.jspecify.annotations.NullMarked;
