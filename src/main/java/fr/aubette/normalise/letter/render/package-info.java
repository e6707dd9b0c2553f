/**
 * What runs in the child process that opens scans: a hostile file can only end this process, never the hub. Entry
 * point: {@link fr.aubette.normalise.letter.render.RenderPages}.
 */
@NullMarked
package fr.aubette.normalise.letter.render;

import org.jspecify.annotations.NullMarked;
