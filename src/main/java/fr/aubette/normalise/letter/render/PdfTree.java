package fr.aubette.normalise.letter.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The pages that a PDF really has, found by walking its tree: PDFBox trusts the count that the file gives, renders what
 * it finds of a truncated file without a word, and follows loops.
 *
 * @param pages in order
 * @param missing numbers, from 1, of those among them that the file names and does not hold
 * @param announced the count that the file gives
 */
record PdfTree(List<COSDictionary> pages, Set<Integer> missing, int announced) {

    /** Marks a page that a file names and does not hold. */
    static final COSName MISSING = COSName.getPDFName("AubetteMissing");

    private static final int MAX_DEPTH = 64;
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    /** Finds the pages and gives the document a flat tree of just these. */
    static PdfTree flatten(PDDocument document, Limits limits) throws Unreadable {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        if (root == null) {
            throw new Unreadable("le PDF n'a aucune page");
        }
        Walk walk = new Walk(limits);
        walk.node(root, 0);
        int announced = root.getInt(COSName.COUNT, walk.pages.size());
        if (walk.pages.size() == walk.missing.size()) {
            throw new Unreadable(
                    walk.pages.isEmpty()
                            ? "le PDF n'a aucune page lisible"
                            : "le PDF est tronqué : aucune de ses " + walk.pages.size()
                                    + " pages n'est arrivée, à numériser de nouveau");
        }
        hang(document, walk.pages);
        return new PdfTree(List.copyOf(walk.pages), Set.copyOf(walk.missing), announced);
    }

    private static void hang(PDDocument document, List<COSDictionary> pages) {
        COSDictionary root = new COSDictionary();
        COSArray kids = new COSArray();
        for (COSDictionary page : pages) {
            page.setItem(COSName.PARENT, root);
            page.setItem(COSName.TYPE, COSName.PAGE);
            kids.add(page);
        }
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, pages.size());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
    }

    /** A walk that visits each node once. */
    private static final class Walk {

        private final Limits limits;
        private final List<COSDictionary> pages = new ArrayList<>();
        private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Integer> missing = new TreeSet<>();

        Walk(Limits limits) {
            this.limits = limits;
        }

        /** What a page has from the nodes that it says it hangs under. */
        private static void inheritFromParents(COSDictionary page) {
            COSDictionary up = page.getCOSDictionary(COSName.PARENT);
            for (int i = 0; i < MAX_DEPTH && up != null; i++) {
                inherit(up, page);
                up = up.getCOSDictionary(COSName.PARENT);
            }
        }

        void node(COSDictionary node, int depth) throws Unreadable {
            COSArray kids = node.getCOSArray(COSName.KIDS);
            boolean first = seen.add(node);
            if (kids == null) {
                inheritFromParents(node);
                limits.checkPages(pages.size() + 1L);
                pages.add(first ? node : new COSDictionary(node));
                if (node.containsKey(MISSING)) {
                    missing.add(pages.size());
                }
                return;
            }
            if (depth > MAX_DEPTH || !first) {
                throw new Unreadable("le PDF est construit de façon anormale : ses pages tournent en boucle");
            }
            for (int i = 0; i < kids.size(); i++) {
                COSBase kid = kids.getObject(i);
                if (kid instanceof COSDictionary child) {
                    inherit(node, child);
                    node(child, depth + 1);
                } else {
                    limits.checkPages(pages.size() + 1L);
                    pages.add(new COSDictionary());
                    missing.add(pages.size());
                }
            }
        }

        private static void inherit(COSDictionary from, COSDictionary to) {
            for (COSName key : INHERITED) {
                COSBase value = from.getItem(key);
                if (value != null && !to.containsKey(key)) {
                    to.setItem(key, value);
                }
            }
        }
    }
}
