package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF, scanned or made by a computer. */
final class PdfScan implements ScanFile {

    /** Where {@code %%EOF} must be; Acrobat looks as far. */
    private static final int TAIL = 1024;

    /** Largest page side that the format allows, in points (ISO 32000, annex C). */
    private static final float MAX_SIDE = 14_400;

    private final PDDocument document;
    private final int pages;
    private final Optional<String> damage;
    private final Limits limits;

    private PdfScan(PDDocument document, PdfTree tree, Optional<String> damage, Limits limits) {
        this.document = document;
        this.pages = tree.pages().size();
        this.damage = damage;
        this.limits = limits;
    }

    static PdfScan open(Path file, Limits limits) throws IOException, Unreadable {
        PDDocument document = load(file);
        PdfTree tree = PdfTree.flatten(document, limits);
        return new PdfScan(document, tree, damage(file, tree), limits);
    }

    private static PDDocument load(Path file) throws Unreadable {
        try {
            return Loader.loadPDF(file.toFile());
        } catch (InvalidPasswordException e) {
            throw new Unreadable("le PDF est protégé par un mot de passe", e);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("le PDF est endommagé et ne peut pas être ouvert", e);
        }
    }

    private static Optional<String> damage(Path file, PdfTree tree) throws IOException {
        if (!hasEnd(file)) {
            return Optional.of("le PDF est tronqué : sa fin manque");
        }
        return tree.announced() == tree.pages().size()
                ? Optional.empty()
                : Optional.of("le PDF annonce " + tree.announced() + " pages, "
                        + tree.pages().size() + " y ont été trouvées");
    }

    private static boolean hasEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public Optional<String> damage() {
        return damage;
    }

    @Override
    public Rendered render(int number, Path picture, Path text) throws IOException, Unreadable {
        PDPage page = document.getPage(number - 1);
        PDRectangle sheet = sheet(page);
        PageSurvey survey = PageSurvey.of(document, number, sheet, limits);
        boolean ownText = PlausibleText.test(survey.text());
        if (ownText) {
            Files.writeString(text, survey.text());
        }
        if (ownText && !survey.scanned()) {
            return new Rendered(Rendered.Kind.TEXT, 0);
        }
        int dpi = dpi(sheet, survey.dpi(limits.dpi()));
        BufferedImage image = PagePainter.paint(document, number, dpi);
        return new Rendered(ownText ? Rendered.Kind.BOTH : Rendered.Kind.IMAGE, GreyPicture.write(image, dpi, picture));
    }

    private static PDRectangle sheet(PDPage page) throws Unreadable {
        PDRectangle sheet = page.getCropBox();
        if (!(sheet.getWidth() >= 1) || !(sheet.getHeight() >= 1)) {
            throw new Unreadable("la page n'a pas de surface");
        }
        if (sheet.getWidth() > MAX_SIDE || sheet.getHeight() > MAX_SIDE) {
            throw new Unreadable("la page est trop grande (" + Math.round(sheet.getWidth() / 72 * 2.54) + " x "
                    + Math.round(sheet.getHeight() / 72 * 2.54) + " cm)");
        }
        return sheet;
    }

    /** The wished resolution, or the finest at which the page stays within the limit of pixels. */
    private int dpi(PDRectangle sheet, int wished) throws Unreadable {
        double inches = sheet.getWidth() / 72.0 * sheet.getHeight() / 72.0;
        int dpi = (int) Math.min(wished, Math.sqrt(limits.pixels() / inches));
        if (dpi < Limits.LEAST_DPI) {
            throw new Unreadable("la page est trop grande pour être lue");
        }
        return dpi;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
