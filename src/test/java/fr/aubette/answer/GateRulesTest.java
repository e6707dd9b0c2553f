package fr.aubette.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aubette.answer.Answer.Kind;
import fr.aubette.answer.Stop.Why;
import fr.aubette.model.CitizenId;
import fr.aubette.model.Motive.Approval;
import fr.aubette.model.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gate lets through, reason by reason, and for any history of visas. */
class GateRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final GateRules RULES = new GateRules(3);

    private Kind kind = Kind.REPLY;
    private String recipient = "anne@example.org";
    private String text = "Bonjour";
    private Optional<Mailbox> mailbox = Optional.of(Mails.mailbox("", 25));
    private List<Wish> wishes = List.of();
    private Approval approval = Approval.NONE;
    private List<Step> steps = List.of();
    private Optional<Duty> duty = Optional.empty();
    private int automatic;
    private Answer.Medium medium = Answer.Medium.MAIL;
    private Function<Passage, Optional<Stop>> rule = RULES::stop;

    @Test
    void letsAPlainAnswerLeave() {
        assertThat(stop()).isEmpty();
    }

    @Test
    void stopsWhatCannotBeReached() {
        mailbox = Optional.empty();
        assertThat(stop()).contains(Why.NO_MAILBOX);
        mailbox = Optional.of(Mails.mailbox("", 25));
        for (String each : List.of("", "anne", "a@b", "a@example.org, b@example.org", "a@example.org\nb@example.org")) {
            recipient = each;
            assertThat(stop()).as(each).contains(Why.ADDRESS);
        }
        recipient = "Contact+autre@departement.example";
        assertThat(stop()).contains(Why.OURSELVES);
    }

    @Test
    void stopsATextWithAPlaceThatNobodyFilled() {
        text = "Le {{ day }}";
        assertThat(stop()).contains(Why.VARIABLE);
        text = "  ";
        assertThat(stop()).contains(Why.EMPTY);
    }

    @Test
    void stopsAnAcknowledgementThatIsIncompleteNotOursOrNotOwed() {
        kind = Kind.ACKNOWLEDGEMENT;
        text = "Reçue le 2 novembre 2026. Voirie, 1 place de la République, 01 99 00 01 00.";
        duty = Optional.of(duty(true, false));
        assertThat(stop()).isEmpty();
        text = text.replace("1 place de la République, ", "");
        assertThat(stop()).contains(Why.INCOMPLETE);
        duty = Optional.of(duty(true, true));
        assertThat(stop()).contains(Why.TRANSFERRED);
        duty = Optional.of(duty(false, false));
        assertThat(stop()).contains(Why.NO_RECEIPT);
    }

    private static Duty duty(boolean owed, boolean transferred) {
        return new Duty(
                owed,
                transferred,
                LocalDate.of(2026, 11, 2),
                "Voirie",
                "1 place de la République",
                "01 99 00 01 00",
                Optional.empty());
    }

    @Test
    void obeysTheWishes() {
        wishes = List.of(wish(Wish.Kind.NEVER_PHONE, ""));
        assertThat(stop()).isEmpty();
        wishes = List.of(wish(Wish.Kind.NEVER_MAIL, ""));
        assertThat(stop()).contains(Why.NEVER_MAIL);
        wishes = List.of(wish(Wish.Kind.NEVER_ADDRESS, "Anne+x@example.org"));
        assertThat(stop()).contains(Why.NEVER_ADDRESS);
        wishes = List.of(wish(Wish.Kind.ONLY_ADDRESS, "autre@example.org"));
        assertThat(stop()).contains(Why.ONLY_ADDRESS);
        wishes = List.of(wish(Wish.Kind.ONLY_ADDRESS, "autre@example.org"), wish(Wish.Kind.ONLY_ADDRESS, recipient));
        assertThat(stop()).isEmpty();
    }

    @Test
    void letsALetterLeaveOnlyForAnAddressAndNeverAgainstAWish() {
        medium = Answer.Medium.LETTER;
        mailbox = Optional.empty();
        rule = RULES::stopOfDraft;
        for (String each : List.of("", "anne@example.org", "Anne Lefèvre", "Anne Lefèvre\n3 rue des Lilas")) {
            recipient = each;
            assertThat(stop()).as(each).contains(Why.POSTAL);
        }
        recipient = "Anne Lefèvre\n3 rue des Lilas\n96100 CLAIRMONT";
        assertThat(stop()).isEmpty();
        wishes = List.of(wish(Wish.Kind.NEVER_MAIL, ""));
        assertThat(stop()).isEmpty();
        for (Function<Passage, Optional<Stop>> each :
                List.<Function<Passage, Optional<Stop>>>of(RULES::stopOfDraft, RULES::stopOnPaper)) {
            rule = each;
            wishes = List.of(wish(Wish.Kind.NEVER_LETTER, ""));
            assertThat(stop()).contains(Why.NEVER_LETTER);
            wishes = List.of(wish(Wish.Kind.ONLY_ADDRESS, "anne@example.org"));
            assertThat(stop()).contains(Why.ONLY_ADDRESS);
        }
    }

    @Test
    void bindsReceiptsToWishesToo() {
        kind = Kind.RECEIPT;
        wishes = List.of(wish(Wish.Kind.NEVER_MAIL, ""));
        assertThat(stop()).contains(Why.NEVER_MAIL);
    }

    @Test
    void endsLoopsAndNeverAnswersMachines() {
        kind = Kind.RECEIPT;
        automatic = 2;
        assertThat(stop()).isEmpty();
        automatic = 3;
        assertThat(stop()).contains(Why.LOOP);
        automatic = 0;
        for (String each : List.of(
                "MAILER-DAEMON@mx.example.org",
                "no-reply@example.org",
                "noreply+12@example.org",
                "ne-pas-repondre@example.org",
                "bounces-17@example.org")) {
            recipient = each;
            assertThat(stop()).as(each).contains(Why.MACHINE);
        }
        kind = Kind.REPLY;
        assertThat(stop()).isEmpty();
    }

    @Test
    void letsNothingLeaveThatItsMotiveWantsSignedAndNobodySigned() {
        approval = new Approval(List.of("CHEF"), true);
        for (int seed = 0; seed < 5_000; seed++) {
            steps = history(new Random(seed));
            int last = StepBook.round(steps);
            List<Step> round =
                    steps.stream().filter(each -> each.round() == last).toList();
            boolean whole = round.stream().allMatch(each -> each.state() == Step.State.GIVEN)
                    && round.stream().anyMatch(each -> each.kind() == Step.Kind.SIGNATURE)
                    && round.stream().anyMatch(each -> each.post().equals("CHEF"));
            assertThat(stop().isEmpty()).as("seed %d: %s", seed, steps).isEqualTo(whole);
        }
    }

    private static List<Step> history(Random random) {
        List<Step> steps = new ArrayList<>();
        IntStream.rangeClosed(1, random.nextInt(4)).forEach(round -> {
            for (int place = 1; place <= 1 + random.nextInt(3); place++) {
                boolean visa = random.nextBoolean();
                steps.add(new Step(
                        round,
                        place,
                        visa ? Step.Kind.VISA : Step.Kind.SIGNATURE,
                        visa ? (random.nextBoolean() ? "CHEF" : "AUTRE") : "",
                        Step.State.values()[random.nextInt(8) < 6 ? 1 : random.nextInt(3)],
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        });
        return steps;
    }

    private Optional<Why> stop() {
        TicketId ticket = new TicketId(UUID.randomUUID());
        Answer answer = new Answer(
                new AnswerId(UUID.randomUUID()),
                ticket,
                kind,
                medium,
                Answer.State.SENDING,
                0,
                "claire",
                "Claire",
                "contact",
                recipient,
                "Objet",
                text,
                "",
                Map.of(),
                Optional.of("Objet"),
                Optional.of(text),
                List.of(),
                Optional.empty(),
                1,
                Optional.empty(),
                NOW,
                NOW,
                Optional.empty());
        TicketFacts facts = new TicketFacts(
                ticket,
                "AUB-2026-000123-H",
                "Trou",
                "ROUTES",
                "VOIRIE",
                false,
                NOW,
                Optional.of(new CitizenId(UUID.randomUUID())),
                "",
                List.of(),
                List.of(),
                "contact",
                Optional.empty(),
                false,
                "",
                false);
        return rule.apply(new Passage(
                        answer,
                        facts,
                        mailbox,
                        Set.of("contact@departement.example"),
                        wishes,
                        approval,
                        steps,
                        duty,
                        automatic))
                .map(Stop::why);
    }

    private static Wish wish(Wish.Kind kind, String address) {
        return new Wish(UUID.randomUUID(), kind, address, "claire", NOW);
    }
}
