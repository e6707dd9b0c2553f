/** Telephone calls: the exchange's events of one conversation become a contact. */
@NullMarked
package fr.aubette.normalise.phone;

import org.jspecify.annotations.NullMarked;
