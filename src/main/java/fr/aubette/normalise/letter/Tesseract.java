package fr.aubette.normalise.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the picture of a page with tesseract, one process a page, never through a shell. */
final class Tesseract {

    /** More than this is no page's words. */
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private static final Pattern ROTATE = Pattern.compile("(?m)^Rotate: (\\d+)");
    private static final Pattern SURE = Pattern.compile("(?m)^Orientation confidence: ([\\d.]+)");

    private static final String ABSENT = "aucun lecteur de caractères (tesseract) n'est installé";

    /** What a program that starts another says when there is none. */
    private static final int NOT_FOUND = 127;

    private final ReadingSettings settings;

    Tesseract(ReadingSettings settings) {
        this.settings = settings;
    }

    /** What was read; where there is no reader, or it fails or is too slow, a page left unread with the reason. */
    PageResult read(int number, Path picture, int dpi) {
        return read(number, picture, dpi, "3");
    }

    /**
     * The same for a picture that is taken as one block of lines: letters so broken that they look like specks are
     * found, and columns are read across.
     */
    PageResult readAsBlock(int number, Path picture, int dpi) {
        return read(number, picture, dpi, "6");
    }

    private PageResult read(int number, Path picture, int dpi, String layout) {
        Path answer = picture.resolveSibling(picture.getFileName() + ".tsv");
        try {
            return run(
                            picture,
                            dpi,
                            answer,
                            List.of("--psm", layout, "-l", settings.language(), "-c", "tessedit_create_tsv=1"))
                    .map(failure -> PageResult.unread(number, failure))
                    .orElseGet(() -> TesseractWords.result(number, answer(answer)));
        } finally {
            clear(answer);
        }
    }

    /** By how many degrees clockwise the picture must be turned to be upright; 0 also when it does not know. */
    int turn(Path picture, int dpi) {
        Path answer = picture.resolveSibling(picture.getFileName() + ".osd");
        String said;
        try {
            said = run(picture, dpi, answer, List.of("--psm", "0")).isPresent() ? "" : answer(answer);
        } finally {
            clear(answer);
        }
        Matcher rotate = ROTATE.matcher(said);
        Matcher sure = SURE.matcher(said);
        return rotate.find() && sure.find() && Double.parseDouble(sure.group(1)) > 1
                ? Integer.parseInt(rotate.group(1))
                : 0;
    }

    /** Runs it with a limit; why it gave no answer, or empty when it did. */
    private Optional<String> run(Path picture, int dpi, Path answer, List<String> options) {
        Process process;
        try {
            process = start(picture, dpi, answer, options);
        } catch (IOException e) {
            return Optional.of(ABSENT);
        }
        try {
            if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("la lecture a dépassé " + settings.timeout().toSeconds() + " s");
            }
            return switch (process.exitValue()) {
                case 0 -> Optional.empty();
                case NOT_FOUND -> Optional.of(ABSENT);
                default -> Optional.of("le lecteur de caractères a échoué (code " + process.exitValue() + ")");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was read", e);
        } finally {
            ChildProcess.kill(process);
        }
    }

    private Process start(Path picture, int dpi, Path answer, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(ChildProcess.gently(settings.nice()));
        command.addAll(ChildProcess.limits(settings.timeout()));
        command.addAll(List.of(settings.tesseract(), picture.toString(), "-", "--dpi", Integer.toString(dpi)));
        command.addAll(options);
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

    /** A file of a thousand pages would leave as many, several times over, until its last one is read. */
    private static void clear(Path answer) {
        try {
            Files.deleteIfExists(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
