package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import java.util.List;

/**
 * A message whose right answer is known.
 *
 * @param identified the message as the classifier meets it
 * @param directorate who should answer
 * @param service below it; blank when unknown
 * @param partner the institution it belongs to; blank when it is ours
 * @param kind which danger; blank when none
 * @param hardNegative whether it speaks of danger without being in any
 * @param secondary directorates of its other topics
 */
public record Lesson(
        Identified identified,
        String directorate,
        String service,
        String partner,
        String kind,
        boolean hardNegative,
        List<String> secondary) {

    public Lesson {
        secondary = List.copyOf(secondary);
    }

    boolean danger() {
        return !kind.isEmpty();
    }

    Contact contact() {
        return identified.contact();
    }

    String text() {
        return contact().subject() + "\n" + contact().text();
    }
}
