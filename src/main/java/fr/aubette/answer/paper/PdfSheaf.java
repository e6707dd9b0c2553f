package fr.aubette.answer.paper;

import fr.aubette.model.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** PDFs one behind the other, to be printed in one go; put aside in a folder until it is closed. */
public final class PdfSheaf implements Closeable {

    private final Path folder;
    private final boolean duplex;
    private final List<Path> parts = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param scratch folder for what is put aside
     * @param duplex whether each part begins on the front of a sheet
     */
    public PdfSheaf(Path scratch, boolean duplex) throws IOException {
        this.folder = Files.createTempDirectory(scratch, "aubette-print-");
        this.duplex = duplex;
    }

    /** How many pages a PDF of ours has. */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Path part = folder.resolve(parts.size() + ".pdf");
            if (duplex && document.getNumberOfPages() % 2 == 1) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(part.toFile());
            parts.add(part);
        }
    }

    public void add(Content pdf) throws IOException {
        try (InputStream in = pdf.open()) {
            add(in.readAllBytes());
        }
    }

    /** All that was added, as one file. */
    public void write(OutputStream out) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        merger.setDestinationStream(out);
        for (Path part : parts) {
            merger.addSource(part.toFile());
        }
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
        Files.deleteIfExists(folder);
    }
}
