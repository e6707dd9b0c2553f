package fr.aubette.normalise.letter.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF, scanned or made by a computer. */
final class PdfScan implements ScanFile {

    /** Largest page side that the format allows, in points (ISO 32000, annex C). */
    private static final float MAX_SIDE = 14_400;

    /** A computer-made page with fewer characters may be a separator sheet: its codes are looked for. */
    private static final int SHORT = 300;

    private static final String NO_END = "la fin du PDF manque : une page n'est peut-être pas arrivée";

    private static final String CUT =
            "le PDF est tronqué, on ne sait pas combien de pages manquent : à numériser de nouveau";

    private final PDDocument document;
    private final PdfTree tree;
    private final Optional<String> damage;
    private final Limits limits;

    private PdfScan(PDDocument document, PdfTree tree, Optional<String> damage, Limits limits) {
        this.document = document;
        this.tree = tree;
        this.damage = damage;
        this.limits = limits;
    }

    static PdfScan open(Path file, Limits limits) throws IOException, Unreadable {
        return PdfTail.of(file).hasEnd() ? whole(load(file), limits) : cut(file, limits);
    }

    private static PdfScan whole(PDDocument document, Limits limits) throws Unreadable {
        PdfTree tree = PdfTree.flatten(document, limits);
        return new PdfScan(document, tree, damage(document, tree), limits);
    }

    /** What has come of a file without its end: each page that is not whole says so itself. */
    private static PdfScan cut(Path file, Limits limits) throws IOException, Unreadable {
        PdfRescue rescue = PdfRescue.look(file);
        PDDocument document = loadCut(file, rescue);
        PdfTree tree = PdfTree.flatten(document, limits);
        boolean told = !tree.missing().isEmpty() || tree.pages().stream().anyMatch(PdfScan::hasHole);
        Optional<String> damage = rescue.knowsAll() ? Optional.of(NO_END).filter(end -> !told) : Optional.of(CUT);
        return new PdfScan(document, tree, damage, limits);
    }

    private static PDDocument loadCut(Path file, PdfRescue rescue) throws IOException, Unreadable {
        try {
            PDDocument asItIs = load(file);
            return rescue.isEmpty() ? asItIs : load(rescue.mended());
        } catch (Unreadable e) {
            if (e.getCause() instanceof InvalidPasswordException) {
                throw e;
            }
            if (rescue.isEmpty()) {
                throw new Unreadable(
                        "le PDF est tronqué ou endommagé : aucune page n'en est lisible, à numériser de nouveau", e);
            }
            return load(rescue.mended());
        }
    }

    private static boolean hasHole(COSDictionary page) {
        try {
            PdfHoles.check(page);
            return false;
        } catch (Unreadable e) {
            return true;
        }
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

    private static Optional<String> damage(PDDocument document, PdfTree tree) {
        return tree.announced() == tree.pages().size()
                ? EnclosedFiles.of(document)
                : Optional.of("le PDF annonce " + tree.announced() + " pages, "
                        + tree.pages().size() + " y ont été trouvées");
    }

    @Override
    public int pages() {
        return tree.pages().size();
    }

    @Override
    public Optional<String> damage() {
        return damage;
    }

    @Override
    public Rendered render(int number, Path picture, Path text) throws IOException, Unreadable {
        if (tree.missing().contains(number)) {
            throw new Unreadable("la page n'est pas arrivée, le PDF est tronqué : à numériser de nouveau");
        }
        PDPage page = document.getPage(number - 1);
        PdfHoles.check(page.getCOSObject());
        PDRectangle sheet = sheet(page);
        PageSurvey survey = PageSurvey.of(document, number, sheet, limits);
        boolean ownText = PlausibleText.test(survey.text());
        if (ownText) {
            Files.writeString(text, survey.text());
        }
        boolean computerMade = ownText && !survey.scanned();
        if (computerMade && survey.text().length() > SHORT) {
            return new Rendered(Rendered.Kind.TEXT, 0);
        }
        int dpi = dpi(sheet, survey.dpi(limits.dpi()));
        Rendered painted = GreyPicture.write(image(page, number, survey, dpi), dpi, picture);
        if (computerMade && painted.kind() == Rendered.Kind.BLANK) {
            // words that nobody sees, as a reader of characters leaves them: more than nothing
            return new Rendered(Rendered.Kind.TEXT, 0);
        }
        return painted.kind() != Rendered.Kind.IMAGE || !ownText
                ? painted
                : painted.as(computerMade ? Rendered.Kind.TEXT : Rendered.Kind.BOTH);
    }

    @Override
    public Grey paint(int number) throws IOException, Unreadable {
        PDRectangle sheet = sheet(document.getPage(number - 1));
        PageSurvey survey = PageSurvey.of(document, number, sheet, limits);
        int dpi = dpi(sheet, survey.dpi(limits.dpi()));
        return Grey.of(image(document.getPage(number - 1), number, survey, dpi), dpi);
    }

    /** The scanner's own picture where it is the whole page, else the page as it is painted. */
    private BufferedImage image(PDPage page, int number, PageSurvey survey, int dpi) throws IOException, Unreadable {
        Optional<PDImageXObject> only = page.getRotation() == 0
                        && survey.dpi(0) == dpi
                        && page.getAnnotations().isEmpty()
                ? survey.onlyImage()
                : Optional.empty();
        return only.isEmpty() ? PagePainter.paint(document, number, dpi) : decoded(only.get());
    }

    private static BufferedImage decoded(PDImageXObject image) throws IOException, Unreadable {
        try {
            return image.getImage();
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("une image de la page est endommagée", e);
        }
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
