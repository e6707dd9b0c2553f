package fr.aubette.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The telephones that really rang: an agent is called also when the telephone is off. */
final class Ringing {

    /** Telephones of a queue that rings them together do so within this. */
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private final List<Ring> rings = new ArrayList<>();
    private final Set<String> channels = new HashSet<>();

    private record Ring(Instant when, String conversation, String extension) {}

    void rings(AmiBlock block, Legs legs, Instant when) {
        Legs.Leg leg = legs.of(block.get("DestUniqueid"));
        boolean agent = !leg.outside() && !leg.local();
        if (block.get("DialStatus").equals("RINGING") && agent) {
            channels.add(block.get("DestUniqueid"));
            String conversation = block.get("Linkedid").isEmpty() ? block.get("DestLinkedid") : block.get("Linkedid");
            rings.add(new Ring(when, conversation, leg.party()));
        }
    }

    boolean ringsAt(String channel) {
        return channels.contains(channel);
    }

    /**
     * The extensions that rang, in order; those that rang together in the order of their numbers.
     *
     * @param joined consultations that became part of the call
     */
    List<String> extensions(String root, Set<String> joined) {
        List<Ring> sorted = new ArrayList<>();
        List<Ring> together = new ArrayList<>();
        for (Ring ring : rings) {
            if (!together.isEmpty()
                    && Duration.between(together.get(0).when(), ring.when()).compareTo(TOGETHER) > 0) {
                sorted.addAll(byNumber(together));
                together.clear();
            }
            together.add(ring);
        }
        sorted.addAll(byNumber(together));
        Set<String> extensions = new LinkedHashSet<>();
        sorted.stream()
                .filter(ring -> ring.conversation().equals(root) || joined.contains(ring.conversation()))
                .forEach(ring -> extensions.add(ring.extension()));
        return List.copyOf(extensions);
    }

    private static List<Ring> byNumber(List<Ring> rings) {
        return rings.stream().sorted(Comparator.comparing(Ring::extension)).toList();
    }
}
