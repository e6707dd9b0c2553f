/**
 * Who answers each matter, how soon, and which clocks it starts. Entry point: {@link fr.aubette.dispatch.Dispatcher}.
 */
@NullMarked
package fr.aubette.dispatch;

import org.jspecify.annotations.NullMarked;
