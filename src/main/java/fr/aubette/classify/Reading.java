package fr.aubette.classify;

import fr.aubette.model.Contact;
import fr.aubette.model.Evidence;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.Mail;
import fr.aubette.model.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a contact's words are about, under one set of rules. */
final class Reading {

    /** Says that a person must look: at who answers, or whether there is danger and which. */
    private static final String NOT_SURE = "not-sure";

    /** Names a second topic that nobody has made a matter of. */
    private static final String PERHAPS = "second-perhaps";

    /** Least chance of something else in a text that speaks of danger to be cut out and go its own way. */
    private static final double BESIDE = 0.2;

    /** To be shown to the desk. */
    private static final double BESIDE_PERHAPS = 0.03;

    /** Least chance of a second topic for it to lead when the text begins with it. */
    private static final double LEADS = 0.3;

    /** The same where a person decides in any case. */
    private static final double LEADS_A_GUESS = 0.1;

    /** Least chance of a topic in a passage that speaks of it. */
    private static final double SPEAKS = 0.3;

    /** Least certainty of the topic of a threat: the people whom it is about are the ones threatened. */
    private static final double THREATENED = 0.4;

    /** Least chance of a second topic for it to count as much as the first. */
    private static final double LIKELY = 0.4;

    /** How sure an object line is that names a motive. */
    private static final double NAMED = 0.9;

    /** Least chance, by all words, of the directorate of the motive that an object line names. */
    private static final double NAMED_LEAST = 0.02;

    /** A name of so many words decides also against what all words say, when they are no surer than the name. */
    private static final int OUTRIGHT = 3;

    /** The subject of a matter that the contact's own subject does not name. */
    private static final String OTHER_SUBJECT = "Demande de l'usager";

    private final Rules rules;
    private final Contact contact;
    private final String text;
    private final String whole;
    private final List<Token> tokens;
    private final Sightings said;
    private final Topics.Told told;
    private final Hints hints;
    private Topics.@Nullable Guess wholeGuess;
    private Topics.@Nullable Guess wordsGuess;
    private @Nullable Clauses wholeClauses;

    Reading(Rules rules, Contact contact) {
        this.rules = rules;
        this.contact = contact;
        text = said(contact);
        String all = contact.subject() + "\n" + text;
        whole = all.substring(0, Math.min(all.length(), Words.MAX_TEXT));
        tokens = rules.words().of(whole);
        said = rules.said(tokens);
        told = new Topics.Told(rules.topics().known(said), whole, tokens, 1);
        hints = new Hints(rules.routing(), contact, whole);
    }

    private static String said(Contact contact) {
        if (contact.channel() instanceof Mail mail) {
            return mail.newText().filter(words -> !words.isBlank()).orElse(contact.text());
        }
        return contact.channel() instanceof Letter ? LetterBody.of(contact.text()) : contact.text();
    }

    /** What it newly says. */
    String text() {
        return text;
    }

    /** The known words of subject and text. */
    Sightings said() {
        return said;
    }

    /** Subject and what it newly says, as far as it is read. */
    String subjectAndText() {
        return whole;
    }

    /** What the whole contact is about when it holds no danger. */
    Topics.Guess whole() {
        Topics.Guess known = wholeGuess;
        if (known == null) {
            known = hints.asksAModel() ? heard() : byWords();
            wholeGuess = known;
        }
        return known;
    }

    private Topics.Guess heard() {
        Topics.Guess guess = rules.topics().guess(allTold(), hints.all());
        return guess.beside(hints.evidence(guess.motive()));
    }

    /** The same by its words alone, all that the protected lane knows: it works with everything else down. */
    private Topics.Guess byWords() {
        Topics.Guess known = wordsGuess;
        if (known == null) {
            known = rules.topics().guess(allTold(), hints.mailbox());
            wordsGuess = known;
        }
        return known;
    }

    /** Chances of all motives by its words alone. */
    Map<String, Double> motivesByWords() {
        return rules.topics().motives(allTold(), hints.mailbox());
    }

    /** The contact's matters, the main one first. */
    List<Matter> matters() {
        LaneScorer.Danger danger = danger();
        if (danger.score() < rules.routing().lane().sure()) {
            return ordinary();
        }
        SecondTopic beside = SecondTopic.of(signsBeside(danger), rules.secondBesideDanger());
        List<Evidence> others =
                beside.atLeast(BESIDE_PERHAPS).stream().map(Reading::perhaps).toList();
        if (keepsTopic(danger) || beside.score() < BESIDE) {
            return List.of(restricted(danger, contact.text(), others));
        }
        Split split = apart(beside.directorate());
        if (split.text().isBlank()) {
            return List.of(restricted(danger, contact.text(), others));
        }
        String subject = split.subject().isBlank() ? OTHER_SUBJECT : split.subject();
        List<Token> found = rules.words().of(subject + "\n" + split.text());
        Sightings saidBeside = rules.said(found);
        Topics.Guess rest = rules.topics()
                .guess(beside.directorate(), List.of(told(saidBeside, subject + "\n" + split.text(), found, 1)));
        return List.of(
                restricted(danger, split.restricted(), others.subList(1, others.size())),
                matter(rest, subject, split.text(), true, rules.informed(saidBeside)));
    }

    /** What tells of something else in a text that speaks of danger. */
    SecondSigns signsBeside(LaneScorer.Danger danger) {
        String desk = rules.desks().getOrDefault(danger.kind(), "");
        return SecondSigns.of(rules.topics(), told, clauses(), byWords(), desk, Set.of());
    }

    /**
     * What speaks of a directorate's matter and holds no word of danger, and the rest; what was not read is the rest.
     */
    private Split apart(String directorate) {
        Topics.Parts parts = rules.topics().parts(told);
        int place = rules.topics().directorates().indexOf(directorate);
        int start = contact.subject().length() + 1;
        return Split.of(
                rules,
                contact.subject(),
                text,
                (from, to) -> start + to <= whole.length()
                        && !rules.lane().touches(said, tokens, start + from, start + to)
                        && parts.chances(start + from, start + to)[place] >= SPEAKS);
    }

    /** A second topic that a person may make a matter of its own. */
    private static Evidence perhaps(String directorate) {
        return new Evidence(PERHAPS, "peut-être aussi " + directorate);
    }

    /** In what it says, or in what it passes on of others: only an answer's quotation is our own words. */
    LaneScorer.Danger danger() {
        LaneScorer.Danger said = new Alarm(rules, this::of).of(whole, text, tokens, this.said, byWords());
        boolean passesOn =
                contact.channel() instanceof Mail mail && mail.inReplyTo().isEmpty() && !text.equals(contact.text());
        return passesOn && said.score() < rules.routing().lane().sure()
                ? rules.danger(contact.subject() + "\n" + contact.text())
                : said;
    }

    private Topics.Guess of(String passage) {
        return rules.topics().guess(List.of(told(passage, 1)), Map.of());
    }

    /**
     * Matters that are nobody's secret: one, two, or one to qualify. The more likely a second topic is, the less sure
     * it is which of the two leads.
     */
    List<Matter> ordinary() {
        Optional<Facts.Decided> name =
                rules.facts().named(told, contact.subject().length(), said);
        Topics.Guess first = byName(name, whole());
        SecondTopic second = second(first);
        boolean two = second.score() >= rules.routing().second();
        double certainty = hints.calibration().confidence(chance(first, second), second.score());
        boolean sure = certainty >= rules.routing().sure();
        if (two && sure) {
            return both(first, second, certainty);
        }
        Optional<Matter> named = named(name, first, certainty, second);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        boolean swapped = sure
                ? leads(second, rules.routing())
                : leads(second, Math.max(LEADS_A_GUESS, rules.routing().perhaps()));
        Topics.Guess main = swapped ? of(second.directorate(), whole) : first;
        Matter one = matter(main.with(certainty), contact.subject(), contact.text(), sure, rules.informed(said));
        List<String> others = new ArrayList<>(second.atLeast(rules.routing().perhaps()));
        if (swapped) {
            others.set(0, first.directorate());
        }
        return List.of(with(one, others));
    }

    /** Of its directorate's motives the one that the object line names: it may start other clocks. */
    private Topics.Guess byName(Optional<Facts.Decided> name, Topics.Guess first) {
        return name.filter(named -> rules.directorateOf(named.motive()).equals(first.directorate())
                        && !named.motive().equals(first.motive()))
                .map(named -> first.decided(named, first.directorate()))
                .orElse(first);
    }

    /** The matter that its object line names, when all its words do not speak against it. */
    private Optional<Matter> named(
            Optional<Facts.Decided> name, Topics.Guess first, double certainty, SecondTopic second) {
        return name.filter(named -> certainty < rules.routing().sure()
                        || certainty < NAMED
                                && named.words() >= OUTRIGHT
                                && !rules.directorateOf(named.motive()).equals(first.directorate()))
                .filter(named -> whole().chance(rules.directorateOf(named.motive())) >= NAMED_LEAST)
                .map(named -> {
                    String directorate = rules.directorateOf(named.motive());
                    Topics.Guess guess = of(directorate, whole).decided(named, directorate);
                    List<String> others =
                            new ArrayList<>(second.atLeast(rules.routing().perhaps()));
                    others.remove(directorate);
                    return with(
                            matter(guess.with(NAMED), contact.subject(), contact.text(), true, rules.informed(said)),
                            others);
                });
    }

    /** Topics that share a text make each other look unlikely: when both are there, what either has counts. */
    static double chance(Topics.Guess first, SecondTopic second) {
        double own = first.chance(first.directorate());
        return second.score() >= LIKELY ? Math.min(1, own + first.chance(second.directorate())) : own;
    }

    /** Whether a second topic is the main one: the text begins with it. */
    static boolean leads(SecondTopic second, Routing routing) {
        return leads(second, Math.max(LEADS, routing.perhaps()));
    }

    private static boolean leads(SecondTopic second, double least) {
        return second.comesFirst() && second.score() >= least;
    }

    /** The two topics in the order of the text; each sees its own passages when they can be told apart. */
    private List<Matter> both(Topics.Guess first, SecondTopic second, double certainty) {
        SecondTopic parted = parted(first, second);
        boolean apart = !parted.own().isEmpty();
        String own = apart ? String.join("\n", parted.own()) : contact.text();
        String rest = apart ? String.join("\n", parted.rest()) : contact.text();
        Topics.Guess other = of(second.directorate(), own);
        boolean swapped = leads(second, rules.routing());
        String otherSubject = apart ? OTHER_SUBJECT : contact.subject();
        Matter one = matter(
                first.with(certainty), swapped ? otherSubject : contact.subject(), rest, true, rules.informed(said));
        Matter two = matter(other, swapped ? contact.subject() : otherSubject, own, true, List.of());
        return swapped ? List.of(two, one) : List.of(one, two);
    }

    private SecondTopic parted(Topics.Guess first, SecondTopic second) {
        List<String> directorates = rules.topics().directorates();
        return second.parted(
                clauses(), directorates.indexOf(second.directorate()), directorates.indexOf(first.directorate()));
    }

    /** The clearest topic beside the first. */
    SecondTopic second(Topics.Guess first) {
        SecondSigns signs = signs(first);
        SecondTopic found = SecondTopic.of(signs, hints.second(rules.second()));
        double enough = rules.routing().second();
        return enough < 1 && signs.setApart(found.directorate()) ? found.atLeastAsLikely(enough) : found;
    }

    SecondSigns signs(Topics.Guess first) {
        return SecondSigns.of(
                rules.topics(),
                told,
                clauses(),
                first,
                first.directorate(),
                rules.companions(first.directorate(), said));
    }

    private Clauses clauses() {
        Clauses known = wholeClauses;
        if (known == null) {
            known = Clauses.of(rules.topics(), told);
            wholeClauses = known;
        }
        return known;
    }

    private Topics.Guess of(String directorate, String text) {
        return rules.topics().guess(directorate, List.of(text.equals(whole) ? told : told(text, 1)));
    }

    private Matter matter(Topics.Guess read, String subject, String text, boolean sure, List<String> informed) {
        Topics.Guess guess = rules.facts()
                .instead(read.motive(), told, said)
                .map(other -> read.decided(other, rules.directorateOf(other.motive())))
                .orElse(read);
        List<Evidence> evidence = new ArrayList<>(guess.evidence());
        evidence.add(new Evidence("ranking", guess.ranking()));
        String motive = sure ? guess.motive() : Matter.TRIAGE;
        if (!sure) {
            evidence.add(0, new Evidence(NOT_SURE, "au mieux " + guess.motive()));
        }
        return new Matter(motive, guess.certainty(), false, subject, text, evidence, informed);
    }

    /** The same, and what a person may make a matter of its own. */
    private static Matter with(Matter matter, List<String> others) {
        List<Evidence> evidence = new ArrayList<>(matter.evidence());
        others.forEach(each -> evidence.add(perhaps(each)));
        return new Matter(
                matter.motive(),
                matter.certainty(),
                matter.protectedLane(),
                matter.subject(),
                matter.text(),
                evidence,
                matter.informed());
    }

    private boolean keepsTopic(LaneScorer.Danger danger) {
        return rules.routing().lane().topical().contains(danger.kind());
    }

    /** The restricted matter; a threat keeps the ordinary motive, whose people are the ones threatened. */
    private Matter restricted(LaneScorer.Danger danger, String text, List<Evidence> more) {
        Topics.Guess topic = byWords();
        String motive = rules.routing().lane().kinds().getOrDefault(danger.kind(), Matter.TRIAGE);
        if (keepsTopic(danger) && topic.certainty() >= THREATENED) {
            motive = topic.motive();
        }
        double certainty = rules.routing()
                .manner()
                .certainty()
                .of(danger, rules.routing().lane().sure());
        List<Evidence> evidence = new ArrayList<>(danger.evidence());
        if (rules.manner().knowsAny() && certainty < rules.routing().sure()) {
            evidence.add(new Evidence(NOT_SURE, "au mieux " + motive));
        }
        evidence.addAll(more);
        return new Matter(motive, certainty, true, contact.subject(), text, evidence);
    }

    /** Its words, and the category ticked in a form. */
    private List<Topics.Told> allTold() {
        List<Topics.Told> all = new ArrayList<>();
        all.add(told);
        if (contact.channel() instanceof Form form) {
            form.category()
                    .ifPresent(
                            category -> all.add(told(category, rules.routing().categoryWeight())));
        }
        return all;
    }

    private Topics.Told told(String text, double weight) {
        List<Token> found = rules.words().of(text);
        return told(rules.said(found), text, found, weight);
    }

    private Topics.Told told(Sightings said, String text, List<Token> found, double weight) {
        return new Topics.Told(rules.topics().known(said), text, found, weight);
    }
}
