package fr.aubette.identify;

import fr.aubette.identify.MergeRows.Member;
import fr.aubette.identify.Questions.Answer;
import fr.aubette.identify.Questions.Question;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person's answer to whose a contact is.
 *
 * <p>What the contact gave stays in a record of its own, which becomes one person with the candidate chosen: so an
 * answer teaches as much as if the program had known, and is taken back like any merge.
 */
@Component
public class Review {

    private final Questions questions;
    private final Merging merging;
    private final MergeRows rows;
    private final Clock clock;

    public Review(Questions questions, Merging merging, MergeRows rows, Clock clock) {
        this.questions = questions;
        this.merging = merging;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The contact is this candidate's.
     *
     * @throws Refused if it is answered already, is no candidate, or the two may not be one person
     */
    @Transactional
    public void same(UUID contact, CitizenId candidate, String by) {
        Instant now = clock.instant();
        Question question = asked(contact, candidate);
        rows.lock();
        CitizenId own = question.own().orElseGet(() -> questions.open(contact, confidential(candidate), now));
        boolean already = rows.members(candidate).stream().map(Member::id).anyMatch(own::equals);
        Optional<UUID> merge = already
                ? Optional.empty()
                : Optional.of(merging.merge(candidate, own, by, "réponse à une question de rapprochement"));
        questions.answered(new Answer(question, Optional.of(candidate), own, merge, by, now));
    }

    /** The contact is none of the candidates'. */
    @Transactional
    public void nobody(UUID contact, String by) {
        close(question(contact), by);
    }

    /** The contact is not this candidate's, and never will be. With the last candidate the question is answered. */
    @Transactional
    public void never(UUID contact, CitizenId candidate, String by) {
        Question question = asked(contact, candidate);
        CitizenId own = question.own().orElseGet(() -> questions.open(contact, false, clock.instant()));
        merging.never(own, candidate, by, "réponse à une question de rapprochement");
        if (question.candidates().size() == 1) {
            close(question(contact), by);
        } else {
            questions.without(contact, candidate);
        }
    }

    private void close(Question question, String by) {
        Instant now = clock.instant();
        CitizenId own = question.own().orElseGet(() -> questions.open(question.contact(), false, now));
        questions.answered(new Answer(question, Optional.empty(), own, Optional.empty(), by, now));
    }

    private Question asked(UUID contact, CitizenId candidate) {
        Question question = question(contact);
        if (!question.candidates().contains(candidate)) {
            throw new Refused("cette personne n'est pas parmi celles qui sont proposées");
        }
        return question;
    }

    private Question question(UUID contact) {
        return questions.lock(contact).orElseThrow(() -> new Refused("quelqu'un a déjà répondu"));
    }

    private boolean confidential(CitizenId citizen) {
        return rows.members(citizen).stream().anyMatch(Member::confidential);
    }
}
