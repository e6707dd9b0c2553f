package fr.aubette.model;

/**
 * How a citizen reached the administration, with the facts only that channel knows.
 *
 * <p>Sealed so that adding a channel makes every {@link #accept} fail to compile until it says what to do with it. The
 * channels share this package because Java 17 requires it of a sealed type outside a named module.
 */
public sealed interface Channel permits Phone, Mail, Letter, Form, Counter, Video {

    ChannelKind kind();

    <R> R accept(Visitor<R> visitor);

    /** One answer per channel; the compiler checks that none is forgotten. */
    interface Visitor<R> {
        R phone(Phone phone);

        R mail(Mail mail);

        R letter(Letter letter);

        R form(Form form);

        R counter(Counter counter);

        R video(Video video);
    }
}
