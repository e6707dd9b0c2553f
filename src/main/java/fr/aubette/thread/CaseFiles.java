package fr.aubette.thread;

import java.util.Locale;

/** Case-file numbers as they are compared. */
public final class CaseFiles {

    private CaseFiles() {}

    /** Upper case, letters and digits only: {@code apa 2023/004518} and {@code APA-2023-004518} are one. */
    public static String folded(String caseFile) {
        return caseFile.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
