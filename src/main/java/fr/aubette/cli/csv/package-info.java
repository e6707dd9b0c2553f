/** Tables in text files, read and written row by row. */
@NullMarked
package fr.aubette.cli.csv;

import org.jspecify.annotations.NullMarked;
