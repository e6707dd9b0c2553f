package fr.aubette.model;

import java.util.Map;
import java.util.Optional;

/**
 * A web form.
 *
 * @param form the form's code, a file of {@code config/forms}
 * @param category what the citizen ticked as the subject: a hint, never a proof
 * @param fields every field as filled in, by name
 */
public record Form(String form, Optional<String> category, Map<String, String> fields) implements Channel {

    public Form {
        fields = Map.copyOf(fields);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.FORM;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.form(this);
    }
}
