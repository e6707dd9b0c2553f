package fr.aubette.switchboard.ldap;

import fr.aubette.lease.Rounds;
import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.Directory;
import fr.aubette.switchboard.DirectoryCopies;
import fr.aubette.switchboard.DirectoryCopies.Copy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Colleagues of the house's LDAP server, read now and then; while it is away, as they were when it last answered, this
 * hub or another.
 */
@Component
@ConditionalOnExpression("!'${aubette.directory.ldap.url:}'.isBlank()")
class LdapDirectory extends Rounds implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);
    private static final Copy NOTHING = new Copy(Instant.EPOCH, List.of());

    private final LdapReader reader;
    private final String source;
    private final DirectoryCopies copies;
    private final Clock clock;
    private volatile Copy known = NOTHING;
    private volatile boolean away;

    LdapDirectory(LdapSettings settings, DirectoryCopies copies, Clock clock) {
        super("directory", settings.every());
        this.reader = new LdapReader(settings);
        this.source = settings.toString();
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public List<Colleague> all() {
        return known.colleagues();
    }

    @Override
    public Optional<Instant> staleSince() {
        return away && !known.colleagues().isEmpty() ? Optional.of(known.readAt()) : Optional.empty();
    }

    /** Nobody at all is a wrong base or filter sooner than an empty house. */
    private void take(List<Colleague> read) throws IOException {
        if (read.isEmpty() && !known.colleagues().isEmpty()) {
            throw new IOException("the server has nobody any more");
        }
        known = new Copy(clock.instant(), read);
        away = false;
        if (!read.isEmpty()) {
            copies.keep(source, known);
        }
    }

    @Override
    protected void round() {
        try {
            take(reader.read());
        } catch (IOException e) {
            if (known.colleagues().isEmpty()) {
                known = copies.last(source).orElse(NOTHING);
            }
            if (!away) {
                LOG.warn(
                        "The directory is not read anew, {} colleagues stay as they were: {}",
                        known.colleagues().size(),
                        e.getMessage());
            }
            away = true;
        }
    }
}
