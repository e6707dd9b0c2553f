package fr.aubette.identify.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A register in memory, for files: citizens by key. */
public final class MemoryRegister implements Register {

    /** A key that more people share finds nobody: it would only cost time. */
    private static final int MOST_SHARED = 3000;

    /** The same for a family name alone: among more people, nobody could choose. */
    private static final int MOST_NAMESAKES = 150;

    private final Map<String, Profile> people = new HashMap<>();
    private final Map<String, List<String>> byKey = new HashMap<>();
    private final CountedNames names = new CountedNames();

    /** Adds a citizen, or replaces what is known of one. */
    public void put(Profile profile) {
        Profile before = people.put(profile.id(), profile);
        Set<String> keys = Keys.of(profile);
        if (before == null) {
            names.add(profile);
        } else {
            keys.removeAll(Keys.of(before));
            names.addKeys(profile);
        }
        keys.forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(profile.id()));
    }

    /** Whether somebody is kept by this identifier. */
    public boolean knows(String id) {
        return people.containsKey(id);
    }

    @Override
    public Collection<Profile> find(Set<String> keys) {
        Map<String, Profile> found = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> holders = byKey.getOrDefault(key, List.of());
            if (holders.size() <= (key.startsWith("s|") ? MOST_NAMESAKES : MOST_SHARED)) {
                for (String id : holders) {
                    Profile profile = people.get(id);
                    if (profile != null) {
                        found.put(id, profile);
                    }
                }
            }
        }
        return found.values();
    }

    /** How common names are among those added. */
    public Frequencies frequencies() {
        return names;
    }
}
