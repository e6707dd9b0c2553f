package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An image file under the JDK's image readers. */
final class ImageFile implements Closeable {

    /** Longest side of an A4 sheet in inches: the guess when an image does not tell its resolution. */
    private static final double A4_HEIGHT = 11.69;

    private final ImageReader reader;
    private final ImageInputStream input;
    private final Limits limits;

    private ImageFile(ImageReader reader, ImageInputStream input, Limits limits) {
        this.reader = reader;
        this.input = input;
        this.limits = limits;
    }

    static ImageFile open(Path file, String format, Limits limits) throws IOException, Unreadable {
        ImageInputStream input = ImageIO.createImageInputStream(file.toFile());
        ImageReader reader = reader(format);
        reader.setInput(input);
        return new ImageFile(reader, input, limits);
    }

    private static ImageReader reader(String format) throws Unreadable {
        List<ImageReader> readers = new ArrayList<>();
        Iterator<ImageReader> found = ImageIO.getImageReadersByFormatName(format);
        found.forEachRemaining(readers::add);
        return readers.stream()
                .filter(reader -> reader.getClass().getName().startsWith("com.twelvemonkeys"))
                .findFirst()
                .or(() -> readers.stream().findFirst())
                .orElseThrow(() -> new Unreadable("le format " + format + " n'est pas lu par cette installation"));
    }

    /** Decodes one image, once its header is known to be within the limits; writes it and tells how. */
    Rendered write(int index, Path picture) throws IOException, Unreadable {
        return GreyPicture.write(read(index), picture);
    }

    /** Decodes one image, once its header is known to be within the limits. */
    Grey read(int index) throws Unreadable {
        try {
            limits.check(reader.getWidth(index), reader.getHeight(index));
            BufferedImage image = reader.read(index);
            return Grey.of(image, dpi(index, image));
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("l'image est endommagée", e);
        }
    }

    private int dpi(int index, BufferedImage image) {
        double told = told(index);
        if (told >= Limits.LEAST_DPI && told <= 2400) {
            return (int) Math.round(told);
        }
        double guess = Math.max(image.getWidth(), image.getHeight()) / A4_HEIGHT;
        return (int) Math.max(Limits.LEAST_DPI, Math.min(1200, Math.round(guess)));
    }

    private double told(int index) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(index);
            Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            NodeList sizes = root.getElementsByTagName("HorizontalPixelSize");
            return sizes.getLength() == 0
                    ? 0
                    : 25.4 / Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
