package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** One pass over a page before it is painted: its text, its images' sizes (none is decoded), whether it is a scan. */
final class PageSurvey extends PDFTextStripper {

    /** Share of the sheet that an image must cover for the page to be a scan. */
    private static final double SCAN_COVER = 0.4;

    /** Operators that paint a path or a shading (ISO 32000, table 60). */
    private static final Set<String> PAINTS = Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh");

    private final PDRectangle sheet;
    private final Limits limits;
    private String text = "";
    private double cover;
    private double imageDpi;
    private int images;
    private int paths;
    private boolean upright;
    private @Nullable PDResources resources;
    private @Nullable COSName largest;

    private PageSurvey(PDRectangle sheet, Limits limits) {
        this.sheet = sheet;
        this.limits = limits;
    }

    static PageSurvey of(PDDocument document, int number, PDRectangle sheet, Limits limits)
            throws IOException, Unreadable {
        PageSurvey survey = new PageSurvey(sheet, limits);
        survey.setStartPage(number);
        survey.setEndPage(number);
        survey.setSortByPosition(true);
        ImageHeader.checkContents(document.getPage(number - 1).getCOSObject());
        try {
            survey.text = survey.getText(document).strip();
        } catch (BadImage e) {
            throw e.why;
        }
        return survey;
    }

    String text() {
        return text;
    }

    /** Whether the page is a picture of paper, so that a text on it is only what a scanner added. */
    boolean scanned() {
        return cover >= SCAN_COVER;
    }

    /** The resolution of the scanned picture itself: painted at that, its pixels are not blurred. */
    int dpi(int otherwise) {
        boolean usable = scanned() && imageDpi >= 150 && imageDpi <= Limits.BEST_DPI;
        return usable ? (int) Math.round(imageDpi) : otherwise;
    }

    /**
     * The one image that is the whole page: decoding it is several times faster than painting the page. Empty when
     * something else may lie on it.
     */
    Optional<PDImageXObject> onlyImage() throws IOException {
        boolean alone = images == 1 && paths <= 2 && upright && cover >= 0.97 && cover <= 1.03 && text.isEmpty();
        return alone
                        && resources != null
                        && largest != null
                        && resources.getXObject(largest) instanceof PDImageXObject image
                        && !image.isStencil()
                        && image.getMask() == null
                        && image.getSoftMask() == null
                ? Optional.of(image)
                : Optional.empty();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary images = getResources() == null
                    ? null
                    : getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            COSDictionary object = images == null ? null : images.getCOSDictionary(name);
            if (object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
                image(object, name);
            }
        } else if (operator.getName().equals("BI") && operator.getImageParameters() != null) {
            image(operator.getImageParameters(), null);
        }
        paths += PAINTS.contains(operator.getName()) ? 1 : 0;
        super.processOperator(operator, operands);
    }

    private void image(COSDictionary image, @Nullable COSName name) throws BadImage {
        try {
            ImageHeader.check(image, limits);
        } catch (Unreadable e) {
            throw new BadImage(e);
        }
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double area = Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
        double share = area / (sheet.getWidth() * sheet.getHeight());
        images++;
        if (share > cover) {
            resources = getResources();
            largest = name;
            upright =
                    place.getShearX() == 0 && place.getShearY() == 0 && place.getScaleX() > 0 && place.getScaleY() > 0;
            cover = share;
            imageDpi = ImageHeader.width(image) / (place.getScalingFactorX() / 72.0);
        }
    }

    /** Carries a refusal through PDFBox. */
    private static final class BadImage extends IOException {

        private static final long serialVersionUID = 1L;
        private final transient Unreadable why;

        BadImage(Unreadable why) {
            super(why);
            this.why = why;
        }
    }
}
