package fr.aubette.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** One PDF of so many pages, as a scanner's tray gives it: a folder's scans again and again, a sheet between two. */
final class BatchFile {

    private static final int CODE = 600;

    private final PDDocument batch;
    private final int most;
    private final boolean parted;
    private int sheets;

    private BatchFile(PDDocument batch, int most, boolean parted) {
        this.batch = batch;
        this.most = most;
        this.parted = parted;
    }

    /**
     * Writes one.
     *
     * @param parted whether a sheet lies between two scans
     */
    static void write(Path folder, int pages, boolean parted, Path to) throws IOException {
        try (PDDocument batch = new PDDocument();
                Stream<Path> listed = Files.list(folder)) {
            BatchFile file = new BatchFile(batch, pages, parted);
            List<Path> scans = listed.filter(BatchFile::isScan).sorted().toList();
            List<PDDocument> opened = new ArrayList<>();
            for (int next = 0; batch.getNumberOfPages() < pages; next++) {
                file.add(scans.get(next % scans.size()), opened);
            }
            batch.save(to.toFile());
            for (PDDocument each : opened) {
                each.close();
            }
        }
    }

    private static boolean isScan(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(pdf|tiff?|jpe?g)");
    }

    private void add(Path scan, List<PDDocument> opened) throws IOException {
        if (parted && batch.getNumberOfPages() > 0) {
            picture(LosslessFactory.createFromImage(batch, code("SEP-BANC-" + ++sheets)), true);
        }
        String name = scan.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            PDDocument source = Loader.loadPDF(scan.toFile());
            opened.add(source);
            for (PDPage page : source.getPages()) {
                if (batch.getNumberOfPages() < most) {
                    batch.importPage(page);
                }
            }
        } else if (name.matches(".*\\.jpe?g")) {
            picture(JPEGFactory.createFromByteArray(batch, Files.readAllBytes(scan)), false);
        } else {
            tiff(scan);
        }
    }

    private void tiff(Path scan) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(scan.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("TIFF");
            ImageReader reader = readers.next();
            reader.setInput(in);
            for (int page = 0; page < reader.getNumImages(true); page++) {
                picture(LosslessFactory.createFromImage(batch, reader.read(page)), false);
            }
            reader.dispose();
        }
    }

    private static BufferedImage code(String text) throws IOException {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
            BufferedImage picture = new BufferedImage(CODE, CODE, BufferedImage.TYPE_BYTE_BINARY);
            for (int at = 0; at < CODE * CODE; at++) {
                picture.setRGB(at % CODE, at / CODE, matrix.get(at % CODE, at / CODE) ? 0 : 0xFFFFFF);
            }
            return picture;
        } catch (WriterException e) {
            throw new IOException(e);
        }
    }

    /** A page of A4 for it: full, or in its middle. */
    private void picture(PDImageXObject image, boolean small) throws IOException {
        if (batch.getNumberOfPages() >= most) {
            return;
        }
        PDRectangle sheet = PDRectangle.A4;
        PDPage page = new PDPage(sheet);
        batch.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(batch, page)) {
            if (small) {
                content.drawImage(image, 200, 400, 200, 200);
            } else {
                content.drawImage(image, 0, 0, sheet.getWidth(), sheet.getHeight());
            }
        }
    }
}
