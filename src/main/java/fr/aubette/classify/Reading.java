package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a contact's words are about, under one set of rules. */
final class Reading {

    /** What a mailbox given over to a motive adds to it: as much as two strong words. */
    private static final double MAILBOX = 2.0;

    /** Names a second topic that nobody has made a matter of. */
    private static final String PERHAPS = "second-perhaps";

    /** Least chance that a text that speaks of danger asks something else besides. */
    private static final double BESIDE = 0.03;

    /** Least chance of a topic in a passage that speaks of it. */
    private static final double SPEAKS = 0.3;

    /** Between these, the chance of an ordinary topic speaks against danger: no topic outweighs it alone. */
    private static final double SUREST = 0.97;

    private static final double LEAST_SURE = 0.05;

    /** Least chance of a second topic for it to count as much as the first. */
    private static final double LIKELY = 0.7;

    /** Least chance of a second topic for it to lead when the text begins with it. */
    private static final double LEADS = 0.3;

    /** How much more a sentence alone must score than a text: it is read without what may calm it. */
    private static final double ALONE = 2;

    /** The subject of a matter that the contact's own subject does not name. */
    private static final String OTHER_SUBJECT = "Demande de l'usager";

    private final Rules rules;
    private final Contact contact;
    private final String text;
    private final String whole;
    private final List<Token> tokens;
    private final Sightings said;
    private final Topics.Told told;
    private Topics.@Nullable Guess wholeGuess;

    Reading(Rules rules, Contact contact) {
        this.rules = rules;
        this.contact = contact;
        text = contact.channel() instanceof Mail mail
                ? mail.newText().filter(words -> !words.isBlank()).orElse(contact.text())
                : contact.text();
        String all = contact.subject() + "\n" + text;
        whole = all.substring(0, Math.min(all.length(), Words.MAX_TEXT));
        tokens = rules.words().of(whole);
        said = rules.said(tokens);
        told = new Topics.Told(rules.topics().known(said), whole, tokens, 1);
    }

    /** What it newly says. */
    String text() {
        return text;
    }

    /** The known words of subject and text. */
    Sightings said() {
        return said;
    }

    /** What the whole contact is about when it holds no danger. */
    Topics.Guess whole() {
        Topics.Guess known = wholeGuess;
        if (known == null) {
            known = guess(contact.subject(), text);
            wholeGuess = known;
        }
        return known;
    }

    /** The contact's matters, the main one first. */
    List<Matter> matters() {
        LaneScorer.Danger danger = danger();
        if (danger.score() < rules.routing().lane().sure()) {
            return ordinary();
        }
        List<Matter> matters = new ArrayList<>();
        SecondTopic beside = SecondTopic.besideDanger(
                rules.topics(), told, whole(), rules.desks().getOrDefault(danger.kind(), ""));
        if (keepsTopic(danger) || beside.score() < BESIDE) {
            matters.add(restricted(danger, contact.text(), List.of()));
            return matters;
        }
        Split split =
                Split.of(rules, contact.subject(), text, passage -> of(passage).chance(beside.directorate()) >= SPEAKS);
        if (split.text().isBlank()) {
            matters.add(restricted(danger, contact.text(), List.of(perhaps(beside))));
            return matters;
        }
        String subject = split.subject().isBlank() ? OTHER_SUBJECT : split.subject();
        Topics.Guess rest = of(beside.directorate(), subject + "\n" + split.text());
        matters.add(restricted(danger, split.restricted(), List.of()));
        matters.add(matter(rest, subject, split.text(), true, informedBy(subject + "\n" + split.text())));
        return matters;
    }

    /** A second topic that a person may make a matter of its own. */
    private static Evidence perhaps(SecondTopic second) {
        return new Evidence(PERHAPS, "peut-être aussi " + second.directorate());
    }

    /** In what it says, or in what it passes on of others: only an answer's quotation is our own words. */
    private LaneScorer.Danger danger() {
        LaneScorer.Danger said = calmed(rules.danger(whole, tokens, this.said));
        boolean passesOn =
                contact.channel() instanceof Mail mail && mail.inReplyTo().isEmpty() && !text.equals(contact.text());
        return passesOn && said.score() < rules.routing().lane().sure()
                ? rules.danger(contact.subject() + "\n" + contact.text())
                : said;
    }

    /**
     * Words of danger in a text that is clearly about an ordinary matter are mostly figures of speech; but one sentence
     * that speaks of nothing else is not calmed by the others.
     */
    private LaneScorer.Danger calmed(LaneScorer.Danger danger) {
        LaneScorer.Danger calmed = danger.minus(calm(whole()));
        double sure = rules.routing().lane().sure();
        if (danger.score() < sure || calmed.score() >= sure) {
            return calmed;
        }
        return Passages.of(text).stream()
                .map(passage -> rules.danger(passage).minus(calm(of(passage))))
                .filter(alone -> alone.score() >= sure + ALONE)
                .findFirst()
                .orElse(calmed);
    }

    private double calm(Topics.Guess topic) {
        double chance = Math.min(SUREST, Math.max(LEAST_SURE, topic.chance(topic.directorate())));
        return rules.routing().lane().ordinary() * Routing.Calibration.logit(chance);
    }

    private Topics.Guess of(String passage) {
        return rules.topics().guess(List.of(told(passage, 1)), Map.of());
    }

    /**
     * Matters that are nobody's secret: one, two, or one to qualify. Two topics that share a text make each other look
     * unsure: together they must be sure.
     */
    List<Matter> ordinary() {
        Topics.Guess first = whole();
        SecondTopic second = second(first);
        boolean two = second.score() >= rules.routing().second();
        double certainty = second.score() >= LIKELY
                ? rules.routing()
                        .calibration()
                        .confidence(Math.min(1, first.chance(first.directorate()) + first.chance(second.directorate())))
                : first.certainty();
        boolean sure = certainty >= rules.routing().sure();
        if (!two || !sure) {
            Matter one = matter(first, contact.subject(), contact.text(), sure, rules.informed(said));
            return List.of(two ? with(one, perhaps(second)) : one);
        }
        return both(first, second, certainty);
    }

    /** The two topics in the order of the text; each sees its own passages when they can be told apart. */
    private List<Matter> both(Topics.Guess first, SecondTopic second, double certainty) {
        boolean apart = !second.own().isEmpty();
        String own = apart ? String.join("\n", second.own()) : contact.text();
        String rest = apart ? String.join("\n", second.rest()) : contact.text();
        Topics.Guess other = of(second.directorate(), own);
        boolean swapped = second.comesFirst() && second.score() >= LEADS;
        String otherSubject = apart ? OTHER_SUBJECT : contact.subject();
        Matter one = matter(
                first.with(certainty), swapped ? otherSubject : contact.subject(), rest, true, rules.informed(said));
        Matter two = matter(other, swapped ? contact.subject() : otherSubject, own, true, List.of());
        return swapped ? List.of(two, one) : List.of(one, two);
    }

    /** The clearest topic beside the first. */
    SecondTopic second(Topics.Guess first) {
        return SecondTopic.of(rules.topics(), told, first, rules.companions(first.directorate(), said));
    }

    private Topics.Guess of(String directorate, String text) {
        return rules.topics().guess(directorate, List.of(told(text, 1)));
    }

    private Matter matter(Topics.Guess guess, String subject, String text, boolean sure, List<String> informed) {
        List<Evidence> evidence = new ArrayList<>(guess.evidence());
        evidence.add(new Evidence("ranking", guess.ranking()));
        String motive = sure ? guess.motive() : Matter.TRIAGE;
        if (!sure) {
            evidence.add(0, new Evidence("not-sure", "au mieux " + guess.motive()));
        }
        return new Matter(motive, guess.certainty(), false, subject, text, evidence, informed);
    }

    private static Matter with(Matter matter, Evidence more) {
        List<Evidence> evidence = new ArrayList<>(matter.evidence());
        evidence.add(more);
        return new Matter(
                matter.motive(),
                matter.certainty(),
                matter.protectedLane(),
                matter.subject(),
                matter.text(),
                evidence,
                matter.informed());
    }

    private boolean sure(Topics.Guess guess) {
        return guess.certainty() >= rules.routing().sure();
    }

    private boolean keepsTopic(LaneScorer.Danger danger) {
        return rules.routing().lane().topical().contains(danger.kind());
    }

    /** The restricted matter; a threat keeps the ordinary motive, whose people are the ones threatened. */
    private Matter restricted(LaneScorer.Danger danger, String text, List<Evidence> more) {
        Topics.Guess topic = whole();
        String motive = rules.routing().lane().kinds().getOrDefault(danger.kind(), Matter.TRIAGE);
        if (keepsTopic(danger) && sure(topic)) {
            motive = topic.motive();
        }
        double certainty = 1 / (1 + Math.exp(rules.routing().lane().sure() - danger.score()));
        List<Evidence> evidence = new ArrayList<>(danger.evidence());
        evidence.addAll(more);
        return new Matter(motive, certainty, true, contact.subject(), text, evidence);
    }

    private Topics.Guess guess(String subject, String text) {
        List<Topics.Told> all = new ArrayList<>();
        all.add(whole(subject, text) ? told : told(subject + "\n" + text, 1));
        if (contact.channel() instanceof Form form) {
            form.category()
                    .ifPresent(
                            category -> all.add(told(category, rules.routing().categoryWeight())));
        }
        return rules.topics().guess(all, spokenFor());
    }

    private List<String> informedBy(String part) {
        return rules.informed(rules.said(rules.words().of(part)));
    }

    private boolean whole(String subject, String text) {
        return subject.equals(contact.subject()) && text.equals(this.text);
    }

    private Topics.Told told(String text, double weight) {
        List<Token> found = rules.words().of(text);
        return new Topics.Told(rules.topics().known(rules.said(found)), text, found, weight);
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
