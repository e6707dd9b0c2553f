package fr.aubette.cli;

import fr.aubette.classify.SentenceTerm;
import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.settings.WrongConfiguration;
import java.nio.file.Path;

/**
 * Whether the sentence model that the rules name can be used; nothing depends on it.
 *
 * @param folder of the configuration
 */
record SentenceModelCheck(Path folder) implements Check {

    @Override
    public Finding look() {
        try {
            ConfigurationFolder files = new ConfigurationFolder(folder);
            SentenceTerm term = files.routing(files.catalogue()).sentences();
            return term.hindrance().map(SentenceModelCheck::hindered).orElseGet(() -> found(term));
        } catch (WrongConfiguration e) {
            return Finding.ok("not looked for: the rules cannot be read", "non cherché : les règles sont illisibles");
        }
    }

    private static Finding found(SentenceTerm term) {
        return term.model()
                .map(model -> Finding.ok(
                        model.size() + " numbers a text, " + model.sha256().substring(0, 8),
                        model.size() + " nombres par texte, " + model.sha256().substring(0, 8)))
                .orElseGet(() -> Finding.ok("none named, none needed", "aucun n'est nommé, aucun n'est nécessaire"));
    }

    private static Finding hindered(SentenceTerm.Hindrance why) {
        return Finding.warning(
                new Said(why.english(), why.french()), new Said(why.adviceInEnglish(), why.adviceInFrench()));
    }
}
