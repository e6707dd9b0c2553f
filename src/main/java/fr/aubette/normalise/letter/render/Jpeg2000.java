package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures in JPEG 2000, which some scanners lay into their PDF: read where OpenJPEG's program is installed, since no
 * library in Java with a free licence reads them.
 */
final class Jpeg2000 extends ImageReaderSpi {

    /** As PDFBox asks for it. */
    static final String FORMAT = "JPEG2000";

    /** Where Debian's libopenjp2-tools lays it. */
    static final Path PROGRAM = Path.of("/usr/bin/opj_decompress");

    /** More than colours and a mask is no page. */
    private static final int MOST_COMPONENTS = 5;

    private Jpeg2000() {
        super(
                "OpenJPEG",
                "2",
                new String[] {FORMAT},
                new String[] {"jp2", "jpx", "j2k"},
                new String[] {"image/jp2"},
                Jpeg2000Reader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /** Lets this process read such pictures, where the program is installed. */
    static synchronized void provide() {
        IIORegistry readers = IIORegistry.getDefaultInstance();
        if (Files.isExecutable(PROGRAM) && readers.getServiceProviderByClass(Jpeg2000.class) == null) {
            readers.registerServiceProvider(new Jpeg2000());
        }
    }

    /** Refuses a picture by what its own header says, before anything is decoded. */
    static void check(InputStream picture, Limits limits) throws IOException, Unreadable {
        Optional<Jpeg2000Size> size = Jpeg2000Size.of(picture);
        if (size.isEmpty() || size.get().components() < 1 || size.get().components() > MOST_COMPONENTS) {
            throw new Unreadable("une image de la page est endommagée");
        }
        limits.check(size.get().width(), size.get().height());
    }

    /** It is asked for by its name only, never by what a file holds. */
    @Override
    public boolean canDecodeInput(Object source) {
        return false;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new Jpeg2000Reader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return FORMAT;
    }
}
