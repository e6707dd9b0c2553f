package fr.aubette.receive.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Marks that live as long as a test. */
final class MemoryMarks implements Marks {

    final Map<String, Mark> all = new ConcurrentHashMap<>();

    @Override
    public Optional<Mark> find(String source, String place) {
        return Optional.ofNullable(all.get(source + " " + place));
    }

    @Override
    public void save(String source, String place, Mark mark) {
        all.put(source + " " + place, mark);
    }
}
