package fr.aubette.normalise.form;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Form;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.ChannelNormaliser;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Names;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedContact;
import fr.aubette.typed.TypedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the JSON of a web form. What the citizen ticked is kept as a hint, apart from the text. */
@Component
public class FormNormaliser implements ChannelNormaliser {

    /** The form of whoever names none: a program that posts without a page. */
    private static final String ANY_FORM = "contact";

    private final TypedJson json = new TypedJson(Limits.widest());

    @Override
    public ChannelKind channel() {
        return ChannelKind.FORM;
    }

    @Override
    public Contact normalise(RawItem item) {
        Typed typed = read(item);
        String form = Optional.ofNullable(item.facts().get("form"))
                .or(() -> typed.get(Names.FORM))
                .orElse(ANY_FORM);
        Form channel = new Form(form, typed.get(Names.CATEGORY), Map.copyOf(typed.fields()));
        return TypedContact.of(typed, channel, item.receivedAt(), Set.of(), "Formulaire « " + form + " » sans message");
    }

    private Typed read(RawItem item) {
        try (InputStream in = item.content().open()) {
            return json.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
