package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two lessons in one text, as people join two matters in one letter: many more than are labelled so, over all pairs of
 * directorates. Two of one directorate teach that a second paragraph is not yet a second matter.
 */
final class Joined {

    /** How much a joined text counts beside one that somebody wrote so. */
    static final double WEIGHT = 0.35;

    private static final Counter NO_CHANNEL = new Counter("", "", Counter.Entry.VISIT);

    /** Longer ones are rarely followed by another matter. */
    private static final int LONGEST = 420;

    private static final int SHORTEST = 25;

    /** One text in so many is joined with another. */
    private static final int STEP = 3;

    private static final List<String> JOINTS = List.of(
            "\n\n",
            " ",
            "\nPar ailleurs, ",
            " Autre chose : ",
            "\n\nJe profite de ce message. ",
            " D'autre part, ",
            "\n- ",
            " Sinon, ",
            "\nPS : ",
            " et puis ",
            "\n2) ",
            " Demande aussi : ");

    private Joined() {}

    /** Some of these lessons, each with another of them behind it. */
    static List<Text> of(List<Lesson> lessons) {
        List<Lesson> plain = lessons.stream()
                .filter(each -> !each.danger() && each.secondary().isEmpty() && usable(each))
                .toList();
        List<Text> joined = new ArrayList<>();
        Map<String, Lesson> last = new HashMap<>();
        for (int i = 0; i < plain.size(); i++) {
            Lesson one = plain.get(i);
            Lesson alike = last.put(one.directorate(), one);
            if (i % STEP == 0) {
                Lesson other = plain.get((i + plain.size() / 2) % plain.size());
                joined.add(of(one, i % (2 * STEP) == 0 && alike != null ? alike : other, i / STEP));
            }
        }
        for (int i = 0; i < lessons.size() && !plain.isEmpty(); i++) {
            if (lessons.get(i).danger() && usable(lessons.get(i)) && i % STEP != 0) {
                Lesson ordinary = plain.get(i * 7 % plain.size());
                joined.add(i % 2 == 0 ? of(lessons.get(i), ordinary, i) : of(ordinary, lessons.get(i), i));
            }
        }
        return joined;
    }

    private static boolean usable(Lesson lesson) {
        int length = lesson.contact().text().length();
        return length >= SHORTEST && length <= LONGEST;
    }

    /**
     * Two lessons in one.
     *
     * @param danger whether one of them speaks of danger
     * @param directorate who answers the main one: the danger, else the first
     * @param secondary who answers the other, when that is somebody else
     */
    record Text(Contact contact, boolean danger, String directorate, Set<String> secondary) {}

    /** The first one's subject stands over both. */
    private static Text of(Lesson one, Lesson other, int number) {
        String joint = JOINTS.get(number % JOINTS.size());
        String text = (joint.contains("2)") ? "1) " : "")
                + one.contact().text().strip()
                + joint
                + other.contact().text().strip();
        Contact first = one.contact();
        Contact contact = new Contact(
                NO_CHANNEL,
                first.receivedAt(),
                first.subject(),
                text,
                first.requester(),
                first.beneficiary(),
                List.of(),
                List.of());
        Lesson main = other.danger() ? other : one;
        Lesson second = other.danger() ? one : other;
        return new Text(
                contact,
                main.danger(),
                main.directorate(),
                second.directorate().equals(main.directorate()) ? Set.of() : Set.of(second.directorate()));
    }
}
