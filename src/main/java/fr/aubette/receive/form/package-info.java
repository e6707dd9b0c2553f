/** Takes web forms: JSON from programs, and pages that work without script. Entry point: {@code FormDoor}. */
@NullMarked
package fr.aubette.receive.form;

import org.jspecify.annotations.NullMarked;
