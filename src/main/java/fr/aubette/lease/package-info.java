/** One reader per source among several hubs, and no consumer while PostgreSQL is away. */
@NullMarked
package fr.aubette.lease;

import org.jspecify.annotations.NullMarked;
