package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a contact's words are about, under one set of rules. */
final class Reading {

    /** What a mailbox given over to a motive adds to it: as much as two strong words. */
    private static final double MAILBOX = 2.0;

    private final Rules rules;
    private final Contact contact;

    Reading(Rules rules, Contact contact) {
        this.rules = rules;
        this.contact = contact;
    }

    /** The contact's matters, the main one first. */
    List<Matter> matters() {
        String whole = contact.subject() + "\n" + contact.text();
        LaneScorer.Danger danger = rules.lane().of(whole);
        if (danger.score() < rules.routing().lane().sure()) {
            return List.of(ordinary(contact.subject(), contact.text()));
        }
        List<Matter> matters = new ArrayList<>();
        Split split = Split.of(rules, contact.subject(), contact.text());
        Topics.Guess rest = guess(split.subject(), split.text());
        boolean two = !split.text().isBlank() && sure(rest) && !keepsTopic(danger);
        matters.add(restricted(danger, two ? split.restricted() : contact.text()));
        if (two) {
            String subject = split.subject().isBlank() ? "Demande de l'usager" : split.subject();
            matters.add(matter(rest, subject, split.text()));
        }
        return matters;
    }

    /** A matter that is nobody's secret, or one to qualify. */
    private Matter ordinary(String subject, String text) {
        return matter(guess(subject, text), subject, text);
    }

    private Matter matter(Topics.Guess guess, String subject, String text) {
        List<Evidence> evidence = new ArrayList<>(guess.evidence());
        evidence.add(new Evidence("ranking", guess.ranking()));
        String motive = sure(guess) ? guess.motive() : Matter.TRIAGE;
        if (!sure(guess)) {
            evidence.add(0, new Evidence("not-sure", "au mieux " + guess.motive()));
        }
        return new Matter(
                motive, guess.certainty(), false, subject, text, evidence, rules.informed(subject + "\n" + text));
    }

    private boolean sure(Topics.Guess guess) {
        return guess.certainty() >= rules.routing().sure();
    }

    private boolean keepsTopic(LaneScorer.Danger danger) {
        return rules.routing().lane().topical().contains(danger.kind());
    }

    /** The restricted matter; a threat keeps the ordinary motive, whose people are the ones threatened. */
    private Matter restricted(LaneScorer.Danger danger, String text) {
        Topics.Guess topic = guess(contact.subject(), contact.text());
        String motive = rules.routing().lane().kinds().getOrDefault(danger.kind(), Matter.TRIAGE);
        if (keepsTopic(danger) && sure(topic)) {
            motive = topic.motive();
        }
        double certainty = 1 / (1 + Math.exp(rules.routing().lane().sure() - danger.score()));
        return new Matter(motive, certainty, true, contact.subject(), text, danger.evidence());
    }

    private Topics.Guess guess(String subject, String text) {
        Map<String, Double> strength = new HashMap<>();
        Map<String, String> shown = new LinkedHashMap<>();
        String whole = subject + "\n" + text;
        read(whole, 1, strength, shown);
        if (contact.channel() instanceof Form form) {
            form.category().ifPresent(category -> read(category, rules.routing().categoryWeight(), strength, shown));
        }
        return rules.topics().guess(strength, shown, spokenFor());
    }

    private void read(String text, double weight, Map<String, Double> strength, Map<String, String> shown) {
        rules.topics().known(text, rules.words().of(text)).forEach((key, written) -> {
            strength.putIfAbsent(key, weight);
            shown.putIfAbsent(key, written);
        });
    }

    /** What the mailbox that was written to adds to its motive. */
    private Map<String, Double> spokenFor() {
        Map<String, Double> added = new HashMap<>();
        if (contact.channel() instanceof Mail mail) {
            mail.recipients().forEach(address -> {
                String motive = rules.routing().mailboxes().get(address);
                if (motive != null) {
                    added.put(motive, 3 * MAILBOX);
                }
            });
        }
        return added;
    }
}
