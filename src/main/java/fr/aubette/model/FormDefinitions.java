package fr.aubette.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forms that citizens can fill in.
 *
 * @param byCode each form by its code, in the order of the list
 */
public record FormDefinitions(Map<String, FormDefinition> byCode) {

    public FormDefinitions {
        byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }

    public Optional<FormDefinition> form(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
