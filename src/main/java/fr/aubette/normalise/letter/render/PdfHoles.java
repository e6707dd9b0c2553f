package fr.aubette.normalise.letter.render;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/**
 * Whether all that a page is drawn from has come. PDFBox draws what it has: a page whose picture is missing would be a
 * blank side, and left out.
 */
final class PdfHoles {

    private PdfHoles() {}

    /** Refuses a page of which something is missing. */
    static void check(COSDictionary page) throws Unreadable {
        COSDictionary resources = page.getCOSDictionary(COSName.RESOURCES);
        boolean hole = missing(page.getItem(COSName.CONTENTS))
                || missing(page.getItem(COSName.RESOURCES))
                || resources != null && anyMissing(resources.getCOSDictionary(COSName.XOBJECT));
        if (hole) {
            throw new Unreadable("le contenu de la page n'est pas arrivé en entier : à numériser de nouveau");
        }
    }

    private static boolean anyMissing(@Nullable COSDictionary images) {
        return images != null && images.keySet().stream().anyMatch(name -> missing(images.getItem(name)));
    }

    private static boolean missing(@Nullable COSBase value) {
        if (value instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (missing(several.get(i))) {
                    return true;
                }
            }
        }
        return value instanceof COSObject reference
                && (reference.getObject() == null || reference.getObject() == COSNull.NULL);
    }
}
