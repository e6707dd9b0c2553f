/** Makes a contact of any raw item: parsing and reading, outside any transaction. One sub-package a channel. */
@NullMarked
package fr.aubette.normalise;

import org.jspecify.annotations.NullMarked;
