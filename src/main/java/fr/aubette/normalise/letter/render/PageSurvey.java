package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;

/** One pass over a page before it is painted: its text, its images' sizes (none is decoded), whether it is a scan. */
final class PageSurvey extends PDFTextStripper {

    /** Share of the sheet that an image must cover for the page to be a scan. */
    private static final double SCAN_COVER = 0.4;

    private final PDRectangle sheet;
    private final Limits limits;
    private String text = "";
    private double cover;
    private double imageDpi;

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

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary images = getResources() == null
                    ? null
                    : getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            COSDictionary object = images == null ? null : images.getCOSDictionary(name);
            if (object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
                image(object);
            }
        } else if (operator.getName().equals("BI") && operator.getImageParameters() != null) {
            image(operator.getImageParameters());
        }
        super.processOperator(operator, operands);
    }

    private void image(COSDictionary image) throws BadImage {
        try {
            ImageHeader.check(image, limits);
        } catch (Unreadable e) {
            throw new BadImage(e);
        }
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double area = Math.abs(place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY());
        double share = area / (sheet.getWidth() * sheet.getHeight());
        if (share > cover) {
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
