package fr.aubette.receive.letter;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name and kind of an entry of a drop folder tell. */
public final class DropFile {

    private static final Pattern SCAN = Pattern.compile(".*\\.(pdf|tiff?|jpe?g|png|pages\\.zip)", Pattern.DOTALL);

    /** What the name of a marker ends with: its file is whole. */
    public static final String MARKER = ".ok";

    /** Names under which programs write what is not whole yet. */
    private static final Pattern UNFINISHED = Pattern.compile(
            "\\.(?!\\.).*|~.*|.*~|.*\\.(part|partial|tmp|temp|swp|filepart|crdownload)", Pattern.DOTALL);

    /** Written by desktops into any folder they show. */
    private static final Pattern DESKTOP = Pattern.compile("thumbs\\.db|desktop\\.ini");

    private DropFile() {}

    /** An ordinary file with the extension of a scan; never a link, which could lead anywhere, nor a pipe. */
    static boolean isScan(File file) {
        return !isIgnored(file) && isOrdinary(file) && SCAN.matcher(name(file)).matches();
    }

    /** Something that no scanner writes; a scan that was taken since it was listed is no ordinary file either. */
    static boolean isStray(File file) {
        return !isIgnored(file)
                && !isScan(file)
                && !OddNames.isOdd(file.getName())
                && Files.exists(file.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isOrdinary(File file) {
        return Files.isRegularFile(file.toPath(), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isIgnored(File file) {
        return isIgnored(file.getName());
    }

    /** A name under which something is not whole yet, or marks or describes other files. */
    public static boolean isIgnored(String anyCase) {
        String name = anyCase.toLowerCase(Locale.ROOT);
        return name.endsWith(MARKER)
                || UNFINISHED.matcher(name).matches()
                || DESKTOP.matcher(name).matches();
    }

    private static String name(File file) {
        return file.getName().toLowerCase(Locale.ROOT);
    }

    /** The date by which a folder is named, for example {@code 2026-03-02}. */
    public static Optional<LocalDate> date(String folder) {
        try {
            return Optional.of(LocalDate.parse(folder));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
