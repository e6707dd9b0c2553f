package fr.aubette.identify.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made of texts that come again and again, a bounded number of them. */
final class Recent<T> {

    private static final int MOST = 20_000;

    private final Map<String, T> made = new ConcurrentHashMap<>();
    private final Function<String, T> maker;

    Recent(Function<String, T> maker) {
        this.maker = maker;
    }

    T get(String text) {
        T known = made.get(text);
        if (known != null) {
            return known;
        }
        T fresh = maker.apply(text);
        if (made.size() >= MOST) {
            made.clear();
        }
        made.put(text, fresh);
        return fresh;
    }
}
