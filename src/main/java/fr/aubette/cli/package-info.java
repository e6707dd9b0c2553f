/**
 * What one runs at a prompt, such as {@code explain} and {@code doctor}: it starts neither the hub nor Spring's
 * context. The hub itself runs only what would else be typed each night.
 */
@NullMarked
package fr.aubette.cli;

import org.jspecify.annotations.NullMarked;
