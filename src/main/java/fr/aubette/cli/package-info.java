/** What one runs at a prompt: {@code explain} and {@code doctor}. They start neither the hub nor Spring's context. */
@NullMarked
package fr.aubette.cli;

import org.jspecify.annotations.NullMarked;
