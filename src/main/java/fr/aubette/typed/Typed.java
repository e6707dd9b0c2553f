package fr.aubette.typed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed, whatever page or program carried it.
 *
 * @param fields texts by canonical name (see {@link Names}), in the order typed; a field left blank is absent
 * @param files files that came with it
 */
public record Typed(Map<String, String> fields, List<TypedFile> files) {

    public Typed {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        files = List.copyOf(files);
    }

    /** The text of a field, trimmed; empty when it was left blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
