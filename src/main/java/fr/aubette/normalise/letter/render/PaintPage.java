package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * The child process that makes a picture of one page for people to look at, as it was read: evenly lit, straight,
 * upright, at about {@value #DPI} dots per inch, so that the places of its words hold on it.
 *
 * <p>Arguments: file, page, degrees that its reading turned it by, where to write the JPEG, most pages, most pixels,
 * dots per inch. Beside the JPEG it leaves {@code .size}: width and height that the picture had when it was read.
 */
public final class PaintPage {

    /** Enough to read by eye; about half of what is read by tesseract. */
    static final int DPI = 150;

    private PaintPage() {}

    public static void main(String[] args) throws IOException, Unreadable {
        Limits limits = new Limits(Integer.parseInt(args[4]), Long.parseLong(args[5]), Integer.parseInt(args[6]));
        Path wanted = Path.of(args[3]);
        Path partial = wanted.resolveSibling(wanted.getFileName() + ".part");
        try (ScanFile scan = ScanFiles.open(Path.of(args[0]), limits)) {
            Grey picture = upright(scan.paint(Integer.parseInt(args[1])), Integer.parseInt(args[2]));
            Files.writeString(
                    wanted.resolveSibling(wanted.getFileName() + ".size"), picture.width() + " " + picture.height());
            ImageIO.write(image(picture.reduced(times(picture.dpi()))), "jpg", partial.toFile());
        }
        Files.move(partial, wanted, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Grey upright(Grey raw, int rotation) {
        Sheet sheet = Sheet.of(raw);
        Grey picture = sheet.blank() ? raw : sheet.picture();
        for (int turned = 90 * sheet.quarters(); turned % 360 != rotation; turned += 90) {
            picture = picture.quarterTurned();
        }
        return picture;
    }

    /** By how much a picture is made smaller. */
    private static int times(int dpi) {
        return Math.max(1, Math.round((float) dpi / DPI));
    }

    private static BufferedImage image(Grey grey) {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(grey.pixels(), 0, pixels, 0, pixels.length);
        return image;
    }
}
