package fr.aubette.normalise.letter.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What lies inside a PDF and shows on none of its pages: files, of a portfolio the letters themselves; what was entered
 * into a form that Acrobat alone draws (XFA). Its one page only says how to open it.
 */
final class EnclosedFiles {

    private static final COSName COLLECTION = COSName.getPDFName("Collection");

    /** Says that the pages are to be made from the form (ISO 32000-1, table 28). */
    private static final COSName DRAWN_LATER = COSName.getPDFName("NeedsRendering");

    /** Nodes of the tree of names that are looked at: a tree may have no end. */
    private static final int MANY = 1000;

    private EnclosedFiles() {}

    /** That there are some, in French. */
    static Optional<String> of(PDDocument document) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = root.getCOSDictionary(COSName.NAMES);
        COSDictionary tree = names == null ? null : names.getCOSDictionary(COSName.EMBEDDED_FILES);
        int files = tree == null ? 0 : count(tree);
        if (root.containsKey(COLLECTION)) {
            return Optional.of(
                    "le PDF est un porte-documents : les fichiers qu'il contient n'ont pas été lus, à déposer un"
                            + " par un");
        }
        if (isDynamicForm(root)) {
            return Optional.of(
                    "le PDF est un formulaire dynamique (XFA) : ce qui y est saisi ne se voit que dans Acrobat,"
                            + " à imprimer puis numériser");
        }
        return files == 0
                ? Optional.empty()
                : Optional.of("le PDF contient " + (files == 1 ? "un fichier joint" : files + " fichiers joints")
                        + ", à ouvrir depuis l'original");
    }

    private static boolean isDynamicForm(COSDictionary root) {
        COSDictionary form = root.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null || form.getDictionaryObject(COSName.XFA) == null) {
            return false;
        }
        COSArray fields = form.getCOSArray(COSName.FIELDS);
        return root.getBoolean(DRAWN_LATER, false) || fields == null || fields.size() == 0;
    }

    private static int count(COSDictionary tree) {
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.add(tree);
        int files = 0;
        for (int seen = 0; seen < MANY && !open.isEmpty(); seen++) {
            COSDictionary node = open.removeFirst();
            COSArray names = node.getCOSArray(COSName.NAMES);
            files += names == null ? 0 : names.size() / 2;
            COSArray kids = node.getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    open.addLast(kid);
                }
            }
        }
        return files;
    }
}
