package fr.aubette.normalise.letter;

import java.util.ArrayList;
import java.util.List;

/** Says of a scan in which no letter was found what its pages are: none is passed over in silence. */
final class NoLetter {

    private NoLetter() {}

    static String why(List<PageResult> pages) {
        List<String> counted = new ArrayList<>();
        long blank = count(pages, PageResult.Kind.BLANK);
        long separators = count(pages, PageResult.Kind.SEPARATOR);
        if (blank > 0) {
            counted.add(blank == 1 ? "1 page blanche" : blank + " pages blanches");
        }
        if (separators > 0) {
            counted.add(separators == 1 ? "1 feuille séparatrice" : separators + " feuilles séparatrices");
        }
        return "aucune page de courrier dans le fichier : " + String.join(" et ", counted)
                + ". Regardez les pages : si l'une porte quelque chose, dites que c'est un courrier ; sinon, écartez le"
                + " fichier";
    }

    private static long count(List<PageResult> pages, PageResult.Kind kind) {
        return pages.stream().filter(page -> page.kind() == kind).count();
    }
}
