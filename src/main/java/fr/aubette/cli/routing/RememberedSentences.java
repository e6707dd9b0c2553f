package fr.aubette.cli.routing;

import fr.aubette.classify.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A model that is asked once for each text: learning reads the same ones again and again. */
final class RememberedSentences implements Sentences {

    private final Sentences model;
    private final Map<String, Optional<float[]>> known = new ConcurrentHashMap<>();

    RememberedSentences(Sentences model) {
        this.model = model;
    }

    @Override
    public String sha256() {
        return model.sha256();
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public Optional<float[]> numbers(String text) {
        return known.computeIfAbsent(text, model::numbers);
    }
}
