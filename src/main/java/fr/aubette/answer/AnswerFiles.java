package fr.aubette.answer;

import fr.aubette.model.Content;
import java.io.IOException;

/** Port: the bytes of enclosed files, kept once for each different content. */
public interface AnswerFiles {

    Kept keep(Content content) throws IOException;

    Content find(String sha256);

    /** What was kept. */
    record Kept(String sha256, long size) {}
}
