package fr.aubette.desk;

import fr.aubette.desk.TicketFile.Said;
import fr.aubette.model.Channel;
import fr.aubette.model.Counter;
import fr.aubette.model.Form;
import fr.aubette.model.Letter;
import fr.aubette.model.LetterFields.Found;
import fr.aubette.model.Mail;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each channel alone knows of a contact, as short lines. */
@Component
class Facts {

    private final Words words;

    Facts(Words words) {
        this.words = words;
    }

    List<Fact> of(Said said) {
        List<Fact> facts = new ArrayList<>(said.channel()
                .map(channel -> channel.accept(new OfChannel(words)))
                .orElse(List.of()));
        facts.addAll(requester(said.requester()));
        said.beneficiary().flatMap(Facts::name).ifPresent(name -> facts.add(Fact.named("beneficiary", name)));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private static List<Fact> requester(Person person) {
        return List.of(
                Fact.named("requester", name(person).orElse("")),
                Fact.named("phones", person.phones().stream().map(Words::phone).collect(Collectors.joining(", "))),
                Fact.named("mails", String.join(", ", person.mails())),
                Fact.named("address", person.address().orElse("")));
    }

    private static java.util.Optional<String> name(Person person) {
        String parts = String.join(
                        " ", person.firstName().orElse(""), person.lastName().orElse(""))
                .strip();
        return parts.isEmpty() ? person.name() : java.util.Optional.of(parts);
    }

    private record OfChannel(Words words) implements Channel.Visitor<List<Fact>> {

        @Override
        public List<Fact> phone(Phone phone) {
            return List.of(
                    Fact.named("outcome", words.code("outcome", phone.outcome().name())),
                    Fact.named("queues", String.join(", ", phone.queues())),
                    Fact.named("answeredBy", phone.answeredBy().orElse("")),
                    Fact.named("waiting", words.lasting(phone.waiting())),
                    Fact.named("talking", phone.talking().isZero() ? "" : words.lasting(phone.talking())),
                    Fact.named("dialled", Words.phone(phone.dialled())));
        }

        @Override
        public List<Fact> mail(Mail mail) {
            boolean checked = mail.senderCheck() != Mail.SenderCheck.UNKNOWN;
            boolean sealed = mail.protection() != Mail.Protection.NONE;
            return List.of(
                    Fact.named("recipients", String.join(", ", mail.recipients())),
                    Fact.named("forwardedBy", mail.forwardedBy().orElse("")),
                    Fact.named(
                            "sender",
                            checked ? words.code("sender", mail.senderCheck().name()) : ""),
                    Fact.named(
                            "protection",
                            sealed ? words.code("protection", mail.protection().name()) : ""));
        }

        @Override
        public List<Fact> letter(Letter letter) {
            return List.of(
                    Fact.named("arrivedOn", words.longDay(letter.arrivedOn())),
                    Fact.named(
                            "writtenOn", letter.writtenOn().map(words::longDay).orElse("")),
                    Fact.named("reading", words.code("reading", letter.reading().name())),
                    Fact.named("site", letter.site()),
                    Fact.named("remarks", String.join(" ; ", letter.remarks())),
                    slip(letter, Letter.Slip::service, "service"),
                    Fact.named(
                            "slip.motive",
                            letter.slip()
                                    .flatMap(Letter.Slip::motive)
                                    .map(code -> words.motive(code.toUpperCase(Locale.ROOT)))
                                    .orElse("")),
                    slip(letter, Letter.Slip::unopened, "unopened"),
                    slip(letter, Letter.Slip::place, "place"),
                    found("senderName", letter.findings().senderName().stream()),
                    found("letterObject", letter.findings().object().stream()),
                    found("reference", letter.findings().reference().stream()),
                    found("registered", letter.findings().registered().stream()),
                    found("toReturn", letter.findings().toReturn().stream()),
                    found("postmark", letter.findings().postmark().stream()),
                    Fact.named(
                            "envelope",
                            letter.findings().envelope().map(String::valueOf).orElse("")),
                    found("amounts", letter.findings().amounts().stream().map(OfChannel::euros)),
                    found("forms", letter.findings().forms().stream()),
                    found("returned", letter.findings().returned().stream()));
        }

        private static Fact slip(Letter letter, Function<Letter.Slip, Optional<String>> what, String name) {
            return Fact.named("slip." + name, letter.slip().flatMap(what).orElse(""));
        }

        /** Each with how surely it was read. */
        private static Fact found(String name, Stream<Found> found) {
            return Fact.named(
                    name,
                    found.map(each -> each.value() + " (" + each.confidence() + " %)")
                            .collect(Collectors.joining(", ")));
        }

        private static Found euros(Found amount) {
            return new Found(amount.value().replace('.', ',') + " €", amount.confidence());
        }

        @Override
        public List<Fact> form(Form form) {
            List<Fact> fields = new ArrayList<>();
            fields.add(Fact.named("form", form.form()));
            form.category().ifPresent(category -> fields.add(Fact.named("category", category)));
            form.fields().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> fields.add(new Fact("", field.getKey(), field.getValue())));
            return fields;
        }

        @Override
        public List<Fact> counter(Counter counter) {
            return List.of(
                    Fact.named("entry", words.code("entry", counter.entry().name())),
                    Fact.named("site", counter.site()),
                    Fact.named("agent", counter.agent()));
        }

        @Override
        public List<Fact> video(Video video) {
            return List.of(Fact.named("appointment", video.appointment()), Fact.named("agent", video.agent()));
        }
    }

    /**
     * One line.
     *
     * @param key of its label; blank when the label is the citizen's form's own
     * @param label used when there is no key
     */
    record Fact(String key, String label, String value) {

        static Fact named(String key, String value) {
            return new Fact(key, "", value);
        }
    }
}
