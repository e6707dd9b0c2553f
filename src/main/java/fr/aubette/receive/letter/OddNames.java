package fr.aubette.receive.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names that Java or Camel cannot hold: bytes that are no UTF-8 (an old scanner writes Latin-1), and backslashes, which
 * Camel takes for folders. Such a file could never be taken, so it is given a plain name where it lies.
 */
public final class OddNames {

    private static final Logger LOG = LoggerFactory.getLogger(OddNames.class);

    private static final Pattern ODD = Pattern.compile("[\\\\\\uFFFD]");

    /** Unseen characters, those that turn the direction of what is shown among them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final int LONGEST = 200;

    private OddNames() {}

    static boolean isOdd(String name) {
        return ODD.matcher(name).find();
    }

    /** A name that can be shown: no control, no turn of direction, no folder in it. */
    public static String shown(String name) {
        String plain = UNSEEN.matcher(ODD.matcher(name.replace('/', '_')).replaceAll("_"))
                .replaceAll("_");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /** Gives every oddly named file of a folder a plain name; another file of that name is never written over. */
    static void mend(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> odd =
                    files.filter(file -> isOdd(file.getFileName().toString())).toList();
            for (Path file : odd) {
                Path plain = folder.resolve(plain(file.getFileName()));
                Files.move(file, plain);
                LOG.info("A file whose name cannot be used was renamed; it bears {} now", plain.getFileName());
            }
        } catch (IOException e) {
            LOG.warn("A file whose name cannot be used could not be renamed: {}", e.getMessage());
        }
    }

    /** Its own mark before the extension: two odd names may give the same plain one. */
    private static String plain(Path odd) {
        String name = ODD.matcher(odd.toString()).replaceAll("_");
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        String mark = UUID.nameUUIDFromBytes(odd.toUri().toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        String stem = name.substring(0, dot).replaceFirst("^\\.+", "");
        return (stem.length() <= 60 ? stem : stem.substring(0, 60)) + "-" + mark + name.substring(dot);
    }
}
