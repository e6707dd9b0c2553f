/** Transfers to other institutions. Entry point: {@link fr.aubette.partner.Transferring}. */
@NullMarked
package fr.aubette.partner;

import org.jspecify.annotations.NullMarked;
