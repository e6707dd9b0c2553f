package fr.aubette.typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers fields and files as they are read, and refuses the first one that goes beyond the limits. */
public final class TypedBuilder {

    private final Limits limits;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<TypedFile> files = new ArrayList<>();

    public TypedBuilder(Limits limits) {
        this.limits = limits;
    }

    /**
     * Adds a field under its one name, or under its own when another field has that already.
     *
     * @param given the name as the page or program gave it
     */
    public void field(String given, String text) {
        String canonical = Names.canonical(given);
        String name = fields.containsKey(canonical) ? given : canonical;
        if (name.length() > Limits.NAME || text.length() > limits.text()) {
            throw new Unreadable(Fault.TOO_LONG, Texts.cut(name, Limits.NAME));
        }
        if (Texts.broken(name) || Texts.broken(text)) {
            throw new Unreadable(Fault.CHARACTER, name.replace("\0", ""));
        }
        if (fields.size() >= limits.fields()) {
            throw new Unreadable(Fault.TOO_MANY_FIELDS);
        }
        if (fields.putIfAbsent(name, text) != null) {
            throw new Unreadable(Fault.DUPLICATE, name);
        }
    }

    public void file(TypedFile file) {
        if (files.size() >= limits.files()) {
            throw new Unreadable(Fault.TOO_MANY_FILES);
        }
        if (file.size() > limits.fileBytes()) {
            throw new Unreadable(Fault.FILE_TOO_LARGE);
        }
        files.add(file);
    }

    public Typed build() {
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.values().removeIf(String::isBlank);
        return new Typed(filled, files);
    }
}
