package fr.aubette.normalise.letter.render;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What the dictionary of an image inside a PDF announces, looked at before PDFBox decodes it. */
final class ImageHeader {

    private ImageHeader() {}

    /** Refuses an image that would not fit, or that this installation would silently leave white. */
    static void check(COSDictionary image, Limits limits) throws Unreadable {
        limits.check(width(image), image.getInt(COSName.H, COSName.HEIGHT, 0));
        fax(image.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS), limits);
        filters(image.getDictionaryObject(COSName.F, COSName.FILTER));
        for (COSName mask : new COSName[] {COSName.SMASK, COSName.MASK}) {
            COSDictionary stencil = image.getCOSDictionary(mask);
            if (stencil != null) {
                limits.check(width(stencil), stencil.getInt(COSName.H, COSName.HEIGHT, 0));
            }
        }
    }

    static int width(COSDictionary image) {
        return image.getInt(COSName.W, COSName.WIDTH, 0);
    }

    /** Refuses a page whose drawing is packed twice over: a few kilobytes may then hold gigabytes. */
    static void checkContents(COSDictionary page) throws Unreadable {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        COSArray streams = contents instanceof COSArray several ? several : new COSArray(List.of());
        if (contents instanceof COSDictionary one) {
            streams.add(one);
        }
        for (int i = 0; i < streams.size(); i++) {
            if (streams.getObject(i) instanceof COSDictionary stream
                    && stream.getDictionaryObject(COSName.FILTER) instanceof COSArray filters
                    && twice(filters)) {
                throw new Unreadable("la page est compressée de façon anormale");
            }
        }
    }

    private static boolean twice(COSArray filters) {
        Set<COSBase> seen = new HashSet<>();
        for (int i = 0; i < filters.size(); i++) {
            if (!seen.add(filters.getObject(i))) {
                return true;
            }
        }
        return false;
    }

    /** The fax decoder takes its size from its own parameters. */
    private static void fax(COSBase parameters, Limits limits) throws Unreadable {
        if (parameters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                fax(several.getObject(i), limits);
            }
        } else if (parameters instanceof COSDictionary one) {
            long columns = one.getInt(COSName.COLUMNS, 1);
            long rows = one.getInt(COSName.ROWS, 0);
            limits.check(Math.max(1, columns), Math.max(1, rows));
        }
    }

    private static void filters(COSBase filter) throws Unreadable {
        if (filter instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                filters(several.getObject(i));
            }
        } else if (COSName.JBIG2_DECODE.equals(filter)) {
            needs("JBIG2");
        } else if (COSName.JPX_DECODE.equals(filter)) {
            needs("JPEG2000");
        }
    }

    private static void needs(String format) throws Unreadable {
        if (!ImageIO.getImageReadersByFormatName(format).hasNext()) {
            throw new Unreadable("l'image de la page est en " + format + ", que cette installation ne lit pas");
        }
    }
}
