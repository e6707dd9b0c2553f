/** What the rules of classification decide and how well, without a server: {@code aubette routing …}. */
@NullMarked
package fr.aubette.cli.routing;

import org.jspecify.annotations.NullMarked;
