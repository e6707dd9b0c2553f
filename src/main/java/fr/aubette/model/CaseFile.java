package fr.aubette.model;

import java.util.Locale;

/**
 * A file of a directorate's own software, as that software tells of it.
 *
 * @param number as written there
 * @param citizen whose it is; a couple's or a family's file is told once for each
 * @param directorate code of who deals with it
 * @param referent who deals with it there, as written; blank when not told
 * @param sector where it is dealt with, as written; blank when not told
 */
public record CaseFile(String number, CitizenId citizen, String directorate, String referent, String sector) {

    /** A number as compared: {@code apa 2023/004518} and {@code APA-2023-004518} are one. */
    public static String folded(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
