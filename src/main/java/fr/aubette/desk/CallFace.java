package fr.aubette.desk;

import fr.aubette.access.Viewer;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Matter;
import fr.aubette.model.Motive;
import fr.aubette.switchboard.Caller;
import fr.aubette.switchboard.CallerBook;
import fr.aubette.switchboard.Face;
import fr.aubette.switchboard.Holder;
import fr.aubette.switchboard.Pop;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A call's card, drawn outside any request: it is pushed. */
@Component
class CallFace implements Face {

    private final ITemplateEngine templates;
    private final Words words;
    private final MessageSource messages;
    private final Catalogue catalogue;
    private final Map<String, List<Motive>> motives;

    CallFace(ITemplateEngine templates, Words words, MessageSource messages, Catalogue catalogue) {
        this.templates = templates;
        this.words = words;
        this.messages = messages;
        this.catalogue = catalogue;
        this.motives = catalogue.motives().values().stream()
                .filter(each -> !each.code().equals(Matter.TRIAGE))
                .sorted(Comparator.comparing(Motive::label))
                .collect(Collectors.groupingBy(Motive::directorate, TreeMap::new, Collectors.toList()));
    }

    @Override
    public String card(Pop pop, Viewer viewer, Locale language) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            return templates.process("desk/call", Set.of("card"), new Context(language, card(pop, language)));
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    /** What to say about a motive; empty when nothing is written about it. */
    String sheet(String motive, Locale language) {
        return guide(motive)
                .map(each ->
                        templates.process("desk/call", Set.of("sheet"), new Context(language, Map.of("sheet", each))))
                .orElse("");
    }

    private Optional<Motive.Guide> guide(String motive) {
        return Optional.ofNullable(catalogue.motives().get(motive))
                .map(Motive::guide)
                .filter(Motive.Guide::hasSheet);
    }

    /** What is left on the screen of a finished form; with {@code undo}, it may be taken back. */
    String done(String code, String said, String ticket, boolean undo, Locale language) {
        Map<String, Object> values = new HashMap<>(Map.of("code", code, "said", said, "undo", undo));
        if (!ticket.isEmpty()) {
            values.put("ticket", ticket);
        }
        return templates.process("desk/call", Set.of("done"), new Context(language, values));
    }

    /** Why something could not be done. */
    String problem(String said, Locale language) {
        return templates.process("desk/call", Set.of("problem"), new Context(language, Map.of("said", said)));
    }

    private Map<String, Object> card(Pop pop, Locale language) {
        String who = who(pop, language);
        String state = say("call." + (pop.outgoing() ? "out." : "") + pop.state(), language);
        List<CallerBook.Matter> open = pop.caller().map(Caller::open).orElse(List.of());
        Map<String, Object> card = new HashMap<>(Map.of(
                "p", pop,
                "code", pop.call().code(),
                "w", words,
                "who", who,
                "state", state,
                "said", say("call.said", language, state, who, open.size()),
                "reasons", reasons(pop, language),
                "motives", motives.entrySet(),
                "tickets", open));
        pop.form().flatMap(form -> guide(form.said().motive())).ifPresent(sheet -> card.put("sheet", sheet));
        return card;
    }

    private String who(Pop pop, Locale language) {
        if (pop.withheld()) {
            return say("call.withheld", language);
        }
        List<Holder> people = pop.caller().map(Caller::people).orElse(List.of());
        return switch (people.size()) {
            case 0 -> say("call.unknown", language);
            case 1 ->
                people.get(0).name().isBlank()
                        ? say("citizen.unknown", language)
                        : people.get(0).name();
            default -> say("call.several", language, people.size());
        };
    }

    /** Why each of these people may be calling. */
    private Map<UUID, String> reasons(Pop pop, Locale language) {
        List<Holder> people = pop.caller().map(Caller::people).orElse(List.of());
        Map<UUID, String> reasons = new HashMap<>();
        people.forEach(each -> {
            String why =
                    say("call.why." + each.proof(), language, each.register().orElse(""), words.brief(each.lastSeen()));
            String shared = people.size() > 1 ? " ; " + say("call.shared", language, people.size() - 1) : "";
            reasons.put(each.citizen(), why + shared);
        });
        return reasons;
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
