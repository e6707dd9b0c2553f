package fr.aubette.normalise.letter.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/** What the dictionary of an image inside a PDF announces, looked at before PDFBox decodes it. */
final class ImageHeader {

    private ImageHeader() {}

    /** Refuses an image that would not fit, or that this installation would silently leave white. */
    static void check(COSDictionary image, Limits limits) throws Unreadable {
        limits.check(width(image), image.getInt(COSName.H, COSName.HEIGHT, 0));
        fax(image.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS), limits);
        filters(image, limits);
        for (COSName mask : new COSName[] {COSName.SMASK, COSName.MASK}) {
            COSDictionary stencil = image.getCOSDictionary(mask);
            if (stencil != null) {
                limits.check(width(stencil), stencil.getInt(COSName.H, COSName.HEIGHT, 0));
                filters(stencil, limits);
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

    private static void filters(COSDictionary image, Limits limits) throws Unreadable {
        COSBase filter = image.getDictionaryObject(COSName.F, COSName.FILTER);
        if (names(filter, COSName.JBIG2_DECODE)) {
            needs("JBIG2", "");
        }
        if (names(filter, COSName.JPX_DECODE)) {
            Jpeg2000.provide();
            needs(Jpeg2000.FORMAT, " (sous Debian : apt-get install libopenjp2-tools)");
            jpeg2000(image, limits);
        }
    }

    private static boolean names(@Nullable COSBase filter, COSName name) {
        if (filter instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (name.equals(several.getObject(i))) {
                    return true;
                }
            }
        }
        return name.equals(filter);
    }

    /** What the dictionary says of its size may be another one than the picture's own. */
    private static void jpeg2000(COSDictionary image, Limits limits) throws Unreadable {
        if (!(image instanceof COSStream stream)) {
            throw new Unreadable("une image de la page est endommagée");
        }
        try (InputStream packed = new PDStream(stream).createInputStream(List.of(COSName.JPX_DECODE.getName()))) {
            Jpeg2000.check(packed, limits);
        } catch (IOException e) {
            throw new Unreadable("une image de la page est endommagée", e);
        }
    }

    private static void needs(String format, String remedy) throws Unreadable {
        if (!ImageIO.getImageReadersByFormatName(format).hasNext()) {
            throw new Unreadable(
                    "l'image de la page est en " + format + ", que cette installation ne lit pas" + remedy);
        }
    }
}
