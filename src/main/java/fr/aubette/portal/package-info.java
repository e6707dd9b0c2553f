/** Citizens' pages: the forms in French and English, without script, and what happens after they are sent. */
@NullMarked
package fr.aubette.portal;

import org.jspecify.annotations.NullMarked;
