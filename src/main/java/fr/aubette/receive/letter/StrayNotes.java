package fr.aubette.receive.letter;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Tells the mail room why a file was put aside. */
@Component("strayNotes")
public final class StrayNotes {

    /** Longest file name of common file systems, less our ending; in bytes, so characters are counted at four. */
    private static final int LONGEST_NAME = 50;

    /** Writes a note into the folder {@code refused}, where the file is moved to. */
    public void write(@Body File file) throws IOException {
        Path refused = file.getAbsoluteFile().toPath().resolveSibling("refused");
        Files.createDirectories(refused);
        note(refused, file.getName(), why(file));
    }

    /** Lays a note beside a file that was taken and could not be read. */
    static void write(Path refused, String name, String reason) throws IOException {
        note(refused, name, why(reason));
    }

    /** What the note beside a file that was taken says. */
    public static String why(String reason) {
        return "Ce fichier a été pris en charge, mais rien n'a pu en être fait.\nMotif : " + reason
                + "\nIl attend une décision à la page « À reprendre » d'Aubette. S'il s'agit d'un courrier,"
                + " numérisez-le de nouveau.\n";
    }

    /** How the note beside a file is called. */
    public static String noteOf(String name) {
        return (name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME)) + ".pourquoi.txt";
    }

    private static void note(Path refused, String name, String text) throws IOException {
        Files.writeString(refused.resolve(noteOf(name)), text, StandardCharsets.UTF_8);
    }

    private static String why(File file) {
        String reason = DropFile.isOrdinary(file)
                ? "Son extension n'est pas celle d'un document numérisé."
                : "Ce n'est pas un fichier ordinaire (raccourci, lien ou tube).";
        return "Ce fichier n'a pas été pris en charge.\n" + reason
                + "\nSont acceptés : .pdf, .tif, .tiff, .jpg, .jpeg et .png."
                + "\nS'il s'agit d'un courrier, numérisez-le de nouveau dans l'un de ces formats.\n";
    }
}
