/**
 * What people do with calls: who is rung, what the screen shows, the call's form, who is owed a call, colleagues'
 * numbers.
 */
@NullMarked
package fr.aubette.switchboard;

import org.jspecify.annotations.NullMarked;
