package fr.aubette.normalise.counter;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Counter;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.normalise.ChannelNormaliser;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Names;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedContact;
import fr.aubette.typed.TypedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what an agent typed of a visit or a call. Who typed it comes from the item's facts, never from its bytes. */
@Component
public class CounterNormaliser implements ChannelNormaliser {

    private static final Set<String> ABOUT_THE_ENTRY = Set.of(Names.SITE, Names.ENTRY, Names.AT, "agent");

    private final TypedJson json = new TypedJson(Limits.widest());

    @Override
    public ChannelKind channel() {
        return ChannelKind.COUNTER;
    }

    @Override
    public Contact normalise(RawItem item) {
        Typed typed = read(item);
        Counter channel = new Counter(
                fact(item, "site").or(() -> typed.get(Names.SITE)).orElse(""),
                fact(item, "agent").orElse(""),
                entry(typed));
        String otherwise = channel.entry() == Counter.Entry.CALL ? "Appel saisi à l'accueil" : "Passage à l'accueil";
        return TypedContact.of(typed, channel, item.receivedAt(), ABOUT_THE_ENTRY, otherwise);
    }

    private static Optional<String> fact(RawItem item, String name) {
        return Optional.ofNullable(item.facts().get(name));
    }

    private static Counter.Entry entry(Typed typed) {
        String entry = typed.get(Names.ENTRY).orElse("visite");
        return switch (entry) {
            case "visite", "visit" -> Counter.Entry.VISIT;
            case "appel", "call" -> Counter.Entry.CALL;
            default -> throw new Refused("La saisie doit être une visite ou un appel.");
        };
    }

    private Typed read(RawItem item) {
        try (InputStream in = item.content().open()) {
            return json.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
