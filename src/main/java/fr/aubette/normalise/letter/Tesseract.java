package fr.aubette.normalise.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the picture of a page with tesseract, one process a page, never through a shell. */
final class Tesseract {

    /** More than this is no page's words. */
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final ReadingSettings settings;

    Tesseract(ReadingSettings settings) {
        this.settings = settings;
    }

    /** What was read; where there is no reader, or it fails or is too slow, a page left unread with the reason. */
    PageResult read(int number, Path picture, int dpi) {
        Path answer = picture.resolveSibling(picture.getFileName() + ".tsv");
        Process process;
        try {
            process = start(picture, dpi, answer);
        } catch (IOException e) {
            return PageResult.unread(number, "aucun lecteur de caractères (tesseract) n'est installé");
        }
        try {
            if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return PageResult.unread(
                        number, "la lecture a dépassé " + settings.timeout().toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                return PageResult.unread(
                        number, "le lecteur de caractères a échoué (code " + process.exitValue() + ")");
            }
            return TesseractWords.result(number, answer(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while page " + number + " was read", e);
        } finally {
            ChildProcess.kill(process);
        }
    }

    private Process start(Path picture, int dpi, Path answer) throws IOException {
        List<String> command = List.of(
                settings.tesseract(),
                picture.toString(),
                "-",
                "-l",
                settings.language(),
                "--psm",
                "1",
                "--dpi",
                Integer.toString(dpi),
                "-c",
                "tessedit_create_tsv=1");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(answer.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String answer(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
