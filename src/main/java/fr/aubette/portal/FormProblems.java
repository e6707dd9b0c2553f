package fr.aubette.portal;

import fr.aubette.model.FormDefinition;
import fr.aubette.model.FormDraft.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a form, as its page shows it.
 *
 * @param whole what concerns no field of the page, in order
 * @param byField what concerns a field, by its name, in the page's order
 */
public record FormProblems(List<String> whole, Map<String, String> byField) {

    static FormProblems of(FormDefinition form, List<Problem> problems, String language) {
        Map<String, String> byField = new LinkedHashMap<>();
        problems.stream()
                .filter(problem -> form.field(problem.field()).isPresent())
                .forEach(problem ->
                        byField.putIfAbsent(problem.field(), problem.words().in(language)));
        List<String> whole = problems.stream()
                .filter(problem -> form.field(problem.field()).isEmpty())
                .map(problem -> problem.words().in(language))
                .distinct()
                .toList();
        return new FormProblems(whole, byField);
    }

    /** Whether nothing is wrong. */
    public boolean none() {
        return whole.isEmpty() && byField.isEmpty();
    }

    /** Whether this field is to be corrected. */
    public boolean at(String field) {
        return byField.containsKey(field);
    }
}
