package fr.aubette.cli;

import fr.aubette.model.Catalogue;
import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.settings.WrongConfiguration;
import java.nio.file.Path;

/**
 * Whether directorates, motives and rules can be used, and agree.
 *
 * @param folder of the files
 */
record ConfigurationCheck(Path folder) implements Check {

    @Override
    public Finding look() {
        try {
            ConfigurationFolder files = new ConfigurationFolder(folder);
            Catalogue catalogue = files.catalogue();
            files.routing(catalogue);
            files.rota(catalogue);
            return Finding.ok(folder + " is read without error", folder + " est lu sans erreur");
        } catch (WrongConfiguration e) {
            return wrong(e);
        }
    }

    static Finding wrong(WrongConfiguration e) {
        String lines = String.join("\n", e.lines());
        return Finding.failure(
                new Said(lines, lines), new Said("correct these lines", "corrigez les lignes ci-dessus"));
    }
}
