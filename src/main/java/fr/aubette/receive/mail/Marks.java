package fr.aubette.receive.mail;

import java.time.Instant;
import java.util.Optional;

/** Port: how far each mailbox was read, for all hubs. */
public interface Marks {

    /** How far this folder was read; empty when never. */
    Optional<Mark> find(String source, String place);

    void save(String source, String place, Mark mark);

    /**
     * How far a folder was read.
     *
     * @param uidValidity of the folder; under another value its UIDs mean other mails (RFC 3501, 2.3.1.1)
     * @param lastUid up to here nothing waits
     * @param lookedAt when it was last read to its end
     */
    record Mark(long uidValidity, long lastUid, Instant lookedAt) {}
}
