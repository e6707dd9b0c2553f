package fr.aubette.settings;

import fr.aubette.answer.Delegations;
import fr.aubette.answer.Template;
import fr.aubette.classify.Routing;
import fr.aubette.duty.Rota;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Motive;
import fr.aubette.model.Partner;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of {@code config/}, checked against each other.
 *
 * @param folder where they are
 */
public record ConfigurationFolder(Path folder) {

    /**
     * The directorates and motives.
     *
     * @throws WrongConfiguration naming every problem of the files
     */
    public Catalogue catalogue() {
        Problems problems = new Problems();
        Catalogue catalogue = catalogue(problems);
        problems.stopIfAny();
        return catalogue;
    }

    /**
     * The rules of classification, for these motives.
     *
     * @throws WrongConfiguration naming every problem of {@code routing.yaml} and {@code routing-learned.yaml}
     */
    public Routing routing(Catalogue catalogue) {
        Problems problems = new Problems();
        Routing routing = RoutingFile.read(folder, catalogue, problems);
        problems.stopIfAny();
        return routing;
    }

    /**
     * The rules as written by hand, without any learned weight: what learning starts from.
     *
     * @throws WrongConfiguration naming every problem of {@code routing.yaml}
     */
    public Routing routingByHand(Catalogue catalogue) {
        Problems problems = new Problems();
        Routing routing = RoutingFile.byHand(folder, catalogue, problems);
        problems.stopIfAny();
        return routing;
    }

    /**
     * The texts that answers begin with.
     *
     * @throws WrongConfiguration naming every problem of {@code templates/}
     */
    public Map<String, Template> templates(Catalogue catalogue) {
        Problems problems = new Problems();
        Map<String, Template> templates = TemplatesFolder.read(folder.resolve("templates"), catalogue, problems);
        problems.stopIfAny();
        return templates;
    }

    /**
     * Who agrees to answers and who signs them.
     *
     * @throws WrongConfiguration naming every problem of {@code signatures.yaml}
     */
    public Delegations delegations(Catalogue catalogue) {
        Problems problems = new Problems();
        Delegations delegations = SignaturesFile.read(folder, catalogue, problems);
        problems.stopIfAny();
        return delegations;
    }

    /**
     * Who is paged when nobody takes a protected ticket.
     *
     * @throws WrongConfiguration naming every problem of {@code duty.yaml}
     */
    public Rota rota(Catalogue catalogue) {
        Problems problems = new Problems();
        Rota rota = DutyFile.read(folder, catalogue.directorates().keySet(), problems);
        problems.stopIfAny();
        return rota;
    }

    /** Checks all files at once, so that one start tells all. */
    Catalogue checked() {
        Problems problems = new Problems();
        Catalogue catalogue = catalogue(problems);
        RoutingFile.read(folder, catalogue, problems);
        TemplatesFolder.read(folder.resolve("templates"), catalogue, problems);
        SignaturesFile.read(folder, catalogue, problems);
        DutyFile.read(folder, catalogue.directorates().keySet(), problems);
        problems.stopIfAny();
        return catalogue;
    }

    private Catalogue catalogue(Problems problems) {
        DirectoratesFile directorates = new DirectoratesFile(folder.resolve("directorates.yaml"), problems);
        Map<String, Partner> partners = PartnersFile.read(folder.resolve("partners.yaml"), problems);
        Map<String, Motive> motives = MotivesFile.read(
                folder.resolve("motives.yaml"), directorates.directorates().keySet(), partners.keySet(), problems);
        directorates.checkWalls(motives.values().stream()
                .map(motive -> motive.directorate() + "." + motive.service())
                .collect(Collectors.toSet()));
        return new Catalogue(
                directorates.directorates(),
                motives,
                partners,
                SectorsFile.read(
                        folder.resolve("sectors.csv"),
                        motives.keySet(),
                        directorates.directorates().keySet(),
                        problems));
    }
}
