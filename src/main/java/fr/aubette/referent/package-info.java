/**
 * Who follows a case file in the directorate's own software, found among the agents. Entry point:
 * {@link fr.aubette.referent.Referents}.
 */
@NullMarked
package fr.aubette.referent;

import org.jspecify.annotations.NullMarked;
