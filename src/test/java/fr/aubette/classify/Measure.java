package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import fr.aubette.model.Classification;
import fr.aubette.model.Matter;
import fr.aubette.settings.ConfigurationFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints how well the shipped rules classify a file of labelled messages. Argument: the file. */
final class Measure {

    private final Catalogue catalogue;
    private final StringBuilder wrong = new StringBuilder();
    private int ordinary;
    private int right;
    private int rightService;
    private int triage;
    private int guessedRight;
    private int restricted;
    private int recalled;
    private int suspected;
    private int hard;
    private int hardAlarms;
    private int alarms;
    private int machine;
    private int suppressed;
    private int lost;
    private int kindRight;

    Measure(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static void main(String[] args) throws IOException {
        ConfigurationFolder folder = new ConfigurationFolder(Path.of("config"));
        Catalogue catalogue = folder.catalogue();
        Measure measure = new Measure(catalogue);
        Routing routing = folder.routing(catalogue);
        measure.all(Labelled.read(Path.of(args[0])), routing);
        System.out.println(measure);
        if (args.length > 1) {
            System.out.println(measure.wrong);
        }
    }

    void all(List<Labelled> messages, Routing routing) {
        Rulebook rulebook = new Rulebook(() -> routing, catalogue);
        Classifier classifier = new Classifier(rulebook);
        ProtectedLexicon lexicon = new ProtectedLexicon(rulebook);
        for (Labelled message : messages) {
            one(message, classifier.classify(message.identified()).classification());
            if (message.restricted()
                    && lexicon.suspects(message.contact().subject() + "\n"
                            + message.contact().text())) {
                suspected++;
            }
        }
    }

    private void one(Labelled message, Classification found) {
        boolean alarm = found.matters().stream().anyMatch(Matter::protectedLane);
        if (message.restricted()) {
            restricted++;
            recalled += alarm ? 1 : 0;
            boolean kind = alarm && lead(found).equals(message.directorate());
            kindRight += kind ? 1 : 0;
            if (!alarm || !kind) {
                note(message, alarm ? "lane to " + lead(found) : "MISSED lane", found);
            }
            return;
        }
        hard += message.hardNegative() ? 1 : 0;
        hardAlarms += message.hardNegative() && alarm ? 1 : 0;
        alarms += alarm ? 1 : 0;
        if (alarm) {
            note(message, "FALSE ALARM", found);
        }
        if (message.directorate().equals("AUCUNE")) {
            machine++;
            suppressed += found.matters().isEmpty() ? 1 : 0;
            return;
        }
        ordinary++;
        lost += found.matters().isEmpty() ? 1 : 0;
        if (!alarm && !found.matters().isEmpty()) {
            topic(message, found);
        }
    }

    private void topic(Labelled message, Classification found) {
        Matter matter = found.matters().get(0);
        if (matter.motive().equals(Matter.TRIAGE)) {
            triage++;
            guessedRight += matter.evidence().stream()
                            .anyMatch(each -> each.rule().equals("ranking")
                                    && each.detail().startsWith(message.directorate() + " "))
                    ? 1
                    : 0;
            return;
        }
        boolean same = lead(found).equals(message.directorate());
        right += same ? 1 : 0;
        rightService += same && catalogue.motive(matter.motive()).service().equals(message.service()) ? 1 : 0;
        if (!same) {
            note(message, "to " + lead(found), found);
        }
    }

    String wrong() {
        return wrong.toString();
    }

    private String lead(Classification found) {
        return catalogue.motive(found.matters().get(0).motive()).directorate();
    }

    private void note(Labelled message, String what, Classification found) {
        wrong.append(message.id())
                .append(' ')
                .append(message.directorate())
                .append('/')
                .append(message.service())
                .append(' ')
                .append(what)
                .append(' ')
                .append(found.matters().isEmpty() ? "" : found.matters().get(0).evidence())
                .append('\n');
    }

    @Override
    public String toString() {
        int certain = ordinary - triage;
        return """
                ordinary %d: given %d, right directorate %d (%.1f %% of given), right service %d; triage %d (%.1f %%)
                right or first guess: %.1f %% of all ordinary; suppressed by mistake %d
                protected %d: recalled %d (%.1f %%), right lead %d, suspected at the door %d
                false alarms: %d of %d hard negatives, %d of all ordinary and machine
                machine mail %d: suppressed by subject %d""".formatted(
                        ordinary,
                        certain,
                        right,
                        100.0 * right / Math.max(1, certain),
                        rightService,
                        triage,
                        100.0 * triage / Math.max(1, ordinary),
                        100.0 * (right + guessedRight) / Math.max(1, ordinary),
                        lost,
                        restricted,
                        recalled,
                        100.0 * recalled / Math.max(1, restricted),
                        kindRight,
                        suspected,
                        hardAlarms,
                        hard,
                        alarms,
                        machine,
                        suppressed);
    }
}
