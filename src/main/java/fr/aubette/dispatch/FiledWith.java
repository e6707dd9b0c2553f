package fr.aubette.dispatch;

import fr.aubette.dispatch.Sectoring.Placed;
import fr.aubette.model.CaseFile;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Evidence;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a matter goes because of the case file that it quotes: to the directorate that deals with the file when nobody
 * could say what it is about, and within the directorate to the sector and referent that its software names. It is said
 * inside the house only, so it holds whoever has written the number.
 *
 * @param leads whether the file alone says which directorate
 */
record FiledWith(CaseFile file, boolean leads) {

    /** Where; empty when no file is known, several disagree, or the matter is another directorate's. */
    static Optional<FiledWith> of(Matter matter, Motive motive, List<CaseFile> told, Catalogue catalogue) {
        List<String> directorates = told.stream()
                .map(CaseFile::directorate)
                .filter(catalogue.directorates()::containsKey)
                .distinct()
                .toList();
        boolean hidden = matter.protectedLane() || motive.protectedLane();
        if (hidden || directorates.size() != 1) {
            return Optional.empty();
        }
        boolean its = motive.directorate().equals(directorates.get(0));
        boolean unqualified = matter.motive().equals(Matter.TRIAGE);
        return told.stream()
                .filter(file -> file.directorate().equals(directorates.get(0)))
                .findFirst()
                .filter(file -> its || unqualified)
                .map(file -> new FiledWith(file, !its));
    }

    String directorate() {
        return file.directorate();
    }

    Optional<String> site() {
        return Optional.of(file.sector()).filter(sector -> !sector.isBlank());
    }

    /** A service is its own directorate's. */
    Optional<String> service(Motive motive, Placed placed) {
        return motive.directorate().equals(directorate()) ? placed.service() : Optional.empty();
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(
                leads ? "case-file-directorate" : "case-file-sector",
                file.directorate() + " : " + (file.sector().isBlank() ? "dossier cité" : file.sector())));
        if (!file.referent().isBlank()) {
            evidence.add(new Evidence("case-file-referent", file.referent()));
        }
        return evidence;
    }
}
