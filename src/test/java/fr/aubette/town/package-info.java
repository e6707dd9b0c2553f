/**
 * An invented département, what its people say of themselves, and how well that is understood. Entry point:
 * {@link fr.aubette.town.TownFiles}.
 */
package fr.aubette.town;
