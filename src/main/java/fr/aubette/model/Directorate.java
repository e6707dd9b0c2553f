package fr.aubette.model;

import java.util.List;

/**
 * Who answers citizens: an entry of {@code config/directorates.yaml}.
 *
 * @param code stable upper-case code, for example {@code MOBILITES_VOIRIE}
 * @param label its name as citizens and agents read it
 * @param takes how it works: from its queue, from the console, or both
 * @param restricted whether its tickets are seen by its own agents alone
 * @param caseFileUrl address of a case file in its own software, with {@code {number}} in it; blank when it has none
 * @param walled services of it whose tickets the rest of the directorate does not see either, for example {@code MDPH}
 * @param address where citizens write to it, as its answers say; blank when not given
 * @param phone where citizens call it; blank when not given
 */
public record Directorate(
        String code,
        String label,
        Takes takes,
        boolean restricted,
        String caseFileUrl,
        List<String> walled,
        String address,
        String phone) {

    /** How a directorate takes its tickets. */
    public enum Takes {
        BOTH,
        QUEUE,
        CONSOLE
    }

    public Directorate {
        walled = List.copyOf(walled);
    }

    public Directorate(
            String code, String label, Takes takes, boolean restricted, String caseFileUrl, List<String> walled) {
        this(code, label, takes, restricted, caseFileUrl, walled, "", "");
    }

    public Directorate(String code, String label, Takes takes, boolean restricted, String caseFileUrl) {
        this(code, label, takes, restricted, caseFileUrl, List.of());
    }
}
