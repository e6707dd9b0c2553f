package fr.aubette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A scanner that drops files into a folder: one that the hub has moved away is acknowledged. */
final class LetterFeeder implements Feeder {

    private static final long LOOK_MILLIS = 200;
    private static final int LOOKS = 100;

    private final Path folder;

    LetterFeeder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public String channel() {
        return "letter";
    }

    /** Reading a page takes a process of its own: a tray is not as quick as a form. */
    @Override
    public long pauseMillis() {
        return 1500;
    }

    @Override
    public boolean offer(String marker) throws IOException {
        Path file = folder.resolve(marker + ".pdf");
        if (!Files.exists(file) && !Files.exists(folder.resolve("taken").resolve(marker + ".pdf"))) {
            Path scanned = folder.resolveSibling(marker + ".pdf");
            scan(marker, scanned);
            Files.move(scanned, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            for (int look = 0; look < LOOKS && Files.exists(file); look++) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !Files.exists(file);
    }

    private static void scan(String marker, Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(marker);
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 700);
                text.showText("Madame, Monsieur, un nid-de-poule sur la route departementale 912.");
                text.newLineAtOffset(0, -20);
                text.showText("Camille Renard, " + marker);
                text.endText();
            }
            // not compressed: the marker is looked for in the raw bytes
            document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
        }
    }
}
