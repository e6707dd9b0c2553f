package fr.aubette.cli.routing;

import fr.aubette.classify.Learned;
import fr.aubette.classify.Lesson;
import fr.aubette.classify.Routing;
import fr.aubette.classify.SentenceTerm;
import fr.aubette.classify.Training;
import fr.aubette.model.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Learns weights from labelled messages, and says beforehand what they are worth. */
final class Train {

    private final Catalogue catalogue;
    private final Routing byHand;

    Train(Catalogue catalogue, Routing byHand) {
        this.catalogue = catalogue;
        SentenceTerm term = byHand.sentences();
        term.hindrance().filter(why -> term.model().isEmpty()).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
        this.byHand = byHand.with(term.model()
                .map(model -> term.by(new RememberedSentences(model.patient())))
                .orElse(term));
    }

    Learned learn(List<Message> messages) {
        return Training.learn(lessons(messages), byHand, catalogue);
    }

    /** Decides these messages by what was learned from those. */
    Report test(List<Message> learned, List<Message> decided, PrintStream err) {
        Report report = new Report();
        new Evaluate(catalogue, learn(learned).addedTo(byHand), err).count(decided, report);
        return report;
    }

    /**
     * Decides each message by what was learned from the others.
     *
     * @param judged ids of those that are counted; the others only teach
     */
    Report crossed(List<Message> messages, List<Message> judged, int folds, PrintStream err) {
        Set<String> counted = judged.stream().map(Message::id).collect(Collectors.toSet());
        List<Message> mixed = new ArrayList<>(messages);
        Collections.shuffle(mixed, new Random(7));
        Report report = new Report();
        for (int fold = 0; fold < folds; fold++) {
            List<Message> learned = new ArrayList<>();
            List<Message> decided = new ArrayList<>();
            for (int i = 0; i < mixed.size(); i++) {
                boolean out = i % folds == fold;
                if (!out) {
                    learned.add(mixed.get(i));
                } else if (counted.contains(mixed.get(i).id())) {
                    decided.add(mixed.get(i));
                }
            }
            new Evaluate(catalogue, learn(learned).addedTo(byHand), err).count(decided, report);
        }
        return report;
    }

    /**
     * Decides each file by what was learned from the other files: the voices of its author are then unheard of.
     *
     * @param files messages by file
     * @param judged names of the files that are counted; all when empty
     * @param each hears of each file's own figures
     * @param byWords counts the same without the sentence model, when there is one
     */
    Report apart(
            Map<String, List<Message>> files,
            Collection<String> judged,
            BiConsumer<String, Report> each,
            Report byWords,
            PrintStream err) {
        Report all = new Report();
        files.forEach((name, decided) -> {
            if (judged.isEmpty() || judged.contains(name)) {
                List<Message> learned = files.entrySet().stream()
                        .filter(other -> !other.getKey().equals(name))
                        .flatMap(other -> other.getValue().stream())
                        .toList();
                Report own = new Report();
                Learned taught = learn(learned);
                new Evaluate(catalogue, taught.addedTo(byHand), err).count(decided, own);
                if (taught.sentences().isPresent()) {
                    new Evaluate(catalogue, taught.byWords().addedTo(byHand), err).count(decided, byWords);
                }
                all.addAll(own);
                each.accept(name, own);
            }
        });
        return all;
    }

    private static List<Lesson> lessons(List<Message> messages) {
        return messages.stream().flatMap(message -> message.lesson().stream()).toList();
    }

    /** The labelled messages of a file; a line that cannot be read is told and left out. */
    static List<Message> read(Path file, PrintStream err) throws IOException {
        List<Message> found = new ArrayList<>();
        new MessageReader().read(file, new MessageReader.Lines() {
            @Override
            public void message(Message message) {
                found.add(message);
            }

            @Override
            public void refused(int number, String why) {
                err.println("aubette routing: " + file + ": line / ligne " + number + ": " + why);
            }
        });
        return found;
    }
}
