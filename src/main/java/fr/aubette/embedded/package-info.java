/** PostgreSQL and Artemis inside the process, and the demo's mail server and switchboard. */
@NullMarked
package fr.aubette.embedded;

import org.jspecify.annotations.NullMarked;
