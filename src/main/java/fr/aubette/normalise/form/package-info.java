/** Makes a contact of a web form's JSON. */
@NullMarked
package fr.aubette.normalise.form;

import org.jspecify.annotations.NullMarked;
