/**
 * Reads {@code config/} and refuses what is wrong in it, with file, line and what was expected. Entry point:
 * {@link fr.aubette.settings.ConfigurationFolder}.
 */
@NullMarked
package fr.aubette.settings;

import org.jspecify.annotations.NullMarked;
