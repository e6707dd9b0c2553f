package fr.aubette.model;

/**
 * A video appointment that took place.
 *
 * @param appointment the booking's number
 * @param agent who met the citizen, the sign-in name
 */
public record Video(String appointment, String agent) implements Channel {

    @Override
    public ChannelKind kind() {
        return ChannelKind.VIDEO;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.video(this);
    }
}
