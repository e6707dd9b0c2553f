package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Mail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What adds to the motives' scores beside the words of a contact: the mailbox written to, and the sentence model. */
final class Hints {

    /** What a mailbox given over to a motive adds to it: as much as two strong words. */
    private static final double MAILBOX = 2.0;

    private static final String EMBEDDING = "embedding";
    private static final String MISSING = "embedding-missing";

    private final Routing routing;
    private final Contact contact;
    private final String whole;

    /** What the model says, once it was asked. */
    private @Nullable Optional<float[]> heard;

    /** Hints of a contact whose subject and text are this. */
    Hints(Routing routing, Contact contact, String whole) {
        this.routing = routing;
        this.contact = contact;
        this.whole = whole;
    }

    /** Whether there is a model to be asked. */
    boolean asksAModel() {
        return routing.sentences().speaks();
    }

    /** What the mailbox that was written to adds to its motive. */
    Map<String, Double> mailbox() {
        Map<String, Double> added = new HashMap<>();
        if (contact.channel() instanceof Mail mail) {
            mail.recipients().forEach(address -> {
                String motive = routing.mailboxes().get(address);
                if (motive != null) {
                    added.put(motive, 3 * MAILBOX);
                }
            });
        }
        return added;
    }

    /** What the mailbox and the sentence model add. */
    Map<String, Double> all() {
        Map<String, Double> added = mailbox();
        told().ifPresent(weights ->
                weights.motives().keySet().forEach(motive -> added.merge(motive, score(motive), Double::sum)));
        return added;
    }

    /** How a chance becomes a confidence: learned apart for texts of which the model has spoken. */
    Routing.Calibration calibration() {
        return told().map(SentenceWeights::calibration).orElse(routing.calibration());
    }

    /** Weights of the signs of a second topic, learned apart likewise. */
    double[] second(double[] byWords) {
        return told().map(weights -> SecondSigns.ordered(weights.second())).orElse(byWords);
    }

    /** What the model says for a motive against all others, or that it said nothing when it was asked. */
    List<Evidence> evidence(String motive) {
        if (!asksAModel()) {
            return List.of();
        }
        return List.of(
                told().isPresent()
                        ? new Evidence(EMBEDDING, Figures.signed(score(motive)))
                        : new Evidence(MISSING, "décidé sans le modèle de phrases, qui n'a pas répondu à temps"));
    }

    private double score(String motive) {
        return told().flatMap(weights -> numbers().map(text -> weights.score(motive, text)))
                .orElse(0.0);
    }

    /** The weights that count here: those of a model that has spoken. */
    private Optional<SentenceWeights> told() {
        return numbers().flatMap(text -> routing.sentences().weights());
    }

    private Optional<float[]> numbers() {
        Optional<float[]> known = heard;
        if (known == null) {
            SentenceTerm term = routing.sentences();
            known = term.speaks() ? term.model().flatMap(model -> model.numbers(whole)) : Optional.empty();
            heard = known;
        }
        return known;
    }
}
