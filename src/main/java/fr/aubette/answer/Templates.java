package fr.aubette.answer;

import java.util.Map;
import java.util.Optional;

/** Port: the templates in force, by code. */
@FunctionalInterface
public interface Templates {

    Map<String, Template> all();

    default Optional<Template> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    /** The template of the program's own mails. */
    default Optional<Template> of(Template.Use use) {
        return all().values().stream().filter(each -> each.use() == use).findFirst();
    }
}
