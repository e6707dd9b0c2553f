package fr.aubette.cli.routing;

import fr.aubette.classify.Classifier;
import fr.aubette.classify.Routing;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Decides each message of a file, and counts the right ones when the file says what is right. */
final class Evaluate {

    private final Catalogue catalogue;
    private final Routing routing;
    private final PrintStream err;

    Evaluate(Catalogue catalogue, Routing routing, PrintStream err) {
        this.catalogue = catalogue;
        this.routing = routing;
        this.err = err;
    }

    /**
     * Writes one line for each line that is not blank: a decision, or what is wrong with the line and its number.
     *
     * @return what was counted
     */
    Report decide(Path messages, PrintWriter out) throws IOException {
        Classifier classifier = Classifier.of(() -> routing, catalogue);
        Report report = new Report();
        new MessageReader().read(messages, new MessageReader.Lines() {
            @Override
            public void message(Message message) {
                Decision decision = decision(classifier, message);
                out.println(decision.json());
                message.expected().ifPresent(expected -> report.add(expected, decision));
            }

            @Override
            public void refused(int number, String why) {
                out.println(Decision.error(number, why));
                err.println("aubette routing: line / ligne " + number + ": " + why);
            }
        });
        out.flush();
        return report;
    }

    /** Counts the right decisions of messages whose answer is known. */
    void count(List<Message> messages, Report report) {
        Classifier classifier = Classifier.of(() -> routing, catalogue);
        messages.forEach(message ->
                message.expected().ifPresent(expected -> report.add(expected, decision(classifier, message))));
    }

    private Decision decision(Classifier classifier, Message message) {
        return Decision.of(
                message.id(),
                classifier.classify(message.identified()).classification(),
                catalogue,
                routing.lane().kinds());
    }

    /** Opens the file to be written. */
    static PrintWriter to(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
