package fr.aubette.model;

/**
 * What an agent typed for a citizen: a visit, or a call to a site whose telephone tells us nothing.
 *
 * @param site where
 * @param agent who typed it, the sign-in name
 * @param entry whether the citizen came or called
 */
public record Counter(String site, String agent, Entry entry) implements Channel {

    /** How the citizen was met. */
    public enum Entry {
        VISIT,
        CALL
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.COUNTER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.counter(this);
    }
}
