package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page in grey, as a portable grey map: written at once, where a PNG would cost a third of a second. */
final class GreyPicture {

    private GreyPicture() {}

    /** Makes it ready to be read and writes it; a blank sheet is not written. */
    static Rendered write(BufferedImage image, int dpi, Path file) throws IOException {
        return write(Grey.of(image, dpi), file);
    }

    static Rendered write(Grey raw, Path file) throws IOException {
        Sheet came = Sheet.of(raw);
        if (came.blank()) {
            return new Rendered(Rendered.Kind.BLANK, 0);
        }
        Sheet sheet = came.toRead();
        Grey picture = sheet.picture();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + picture.width() + " " + picture.height() + "\n255\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(picture.pixels());
        }
        return new Rendered(Rendered.Kind.IMAGE, picture.dpi(), sheet.quarters(), sheet.codes(), sheet.steps());
    }
}
