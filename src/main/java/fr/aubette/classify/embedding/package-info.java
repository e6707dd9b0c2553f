/**
 * A sentence model that an administrator may add, with a runtime that is not shipped. Entry point:
 * {@link fr.aubette.classify.embedding.SentenceModels}.
 */
@NullMarked
package fr.aubette.classify.embedding;

import org.jspecify.annotations.NullMarked;
