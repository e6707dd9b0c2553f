/** Letters as tagged PDF, and the sheets that go with them: from words and addresses to pages, nothing else. */
@NullMarked
package fr.aubette.answer.paper;

import org.jspecify.annotations.NullMarked;
