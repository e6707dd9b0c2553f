/** The nouns of a contact's journey and the flat results of its stages: plain records, no framework, no I/O. */
@NullMarked
package fr.aubette.model;

import org.jspecify.annotations.NullMarked;
