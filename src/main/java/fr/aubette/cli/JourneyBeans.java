package fr.aubette.cli;

import fr.aubette.classify.Classifier;
import fr.aubette.classify.Routing;
import fr.aubette.deadline.DeadlineSettings;
import fr.aubette.deadline.Deadlines;
import fr.aubette.dispatch.Dispatcher;
import fr.aubette.identify.Identification;
import fr.aubette.identify.IdentifySettings;
import fr.aubette.identify.match.CountedNames;
import fr.aubette.model.Catalogue;
import fr.aubette.normalise.ChannelNormaliser;
import fr.aubette.normalise.Normalisation;
import fr.aubette.normalise.form.FormNormaliser;
import fr.aubette.normalise.letter.LetterNormaliser;
import fr.aubette.normalise.letter.ReadingSettings;
import fr.aubette.normalise.mail.MailNormaliser;
import fr.aubette.normalise.mail.MailSettings;
import fr.aubette.normalise.phone.PhoneNormaliser;
import fr.aubette.settings.ConfigurationFolder;
import fr.aubette.thread.Correspondence;
import fr.aubette.thread.FloodSettings;
import fr.aubette.thread.ThreadSettings;
import fr.aubette.thread.TicketThreading;
import java.util.List;
import java.util.Map;

/** The beans that the journey's routes name: the stages themselves, over ports that know nobody and nothing. */
final class JourneyBeans {

    private JourneyBeans() {}

    /**
     * Each by its name in the routes.
     *
     * @throws fr.aubette.settings.WrongConfiguration if the files of {@code config/} cannot be used
     */
    static Map<String, Object> of(HubEnvironment settings) {
        ConfigurationFolder folder = new ConfigurationFolder(settings.configFolder());
        Catalogue catalogue = folder.catalogue();
        Routing routing = folder.routing(catalogue);
        Deadlines deadlines = new Deadlines(settings.settings("aubette.deadline", DeadlineSettings.class));
        ThreadSettings windows = settings.settings("aubette.thread", ThreadSettings.class);
        return Map.of(
                "normalisation",
                new Normalisation(normalisers(settings)),
                "identification",
                new Identification((locked, keys) -> List.of(), new CountedNames(), IdentifySettings.shipped()),
                "classification",
                Classifier.of(() -> routing, catalogue),
                "threading",
                new TicketThreading(
                        clues -> List.of(),
                        Correspondence.none(),
                        windows,
                        settings.settings("aubette.flood", FloodSettings.class)),
                "dispatching",
                new Dispatcher(catalogue, deadlines));
    }

    private static List<ChannelNormaliser> normalisers(HubEnvironment settings) {
        return List.of(
                new PhoneNormaliser(),
                new MailNormaliser(settings.settings("aubette.mail", MailSettings.class)),
                new FormNormaliser(),
                LetterNormaliser.readingDirectly(settings.settings("aubette.reading", ReadingSettings.class)));
    }
}
