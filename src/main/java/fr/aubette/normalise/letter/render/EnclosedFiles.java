package fr.aubette.normalise.letter.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Files that lie inside a PDF, of a portfolio the letters themselves: its one page only says how to open it. */
final class EnclosedFiles {

    private static final COSName COLLECTION = COSName.getPDFName("Collection");

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
        return files == 0
                ? Optional.empty()
                : Optional.of("le PDF contient " + (files == 1 ? "un fichier joint" : files + " fichiers joints")
                        + ", à ouvrir depuis l'original");
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
