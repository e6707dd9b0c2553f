package fr.aubette.switchboard.ldap;

import fr.aubette.lease.Rounds;
import fr.aubette.switchboard.Colleague;
import fr.aubette.switchboard.Directory;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Colleagues of the house's LDAP server, read now and then; while it is away, as they were when it last answered. */
@Component
@ConditionalOnExpression("!'${aubette.directory.ldap.url:}'.isBlank()")
class LdapDirectory extends Rounds implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    private final LdapReader reader;
    private volatile List<Colleague> known = List.of();
    private boolean away;

    LdapDirectory(LdapSettings settings) {
        super("directory", settings.every());
        this.reader = new LdapReader(settings);
    }

    @Override
    public List<Colleague> all() {
        return known;
    }

    /** Nobody at all is a wrong base or filter sooner than an empty house. */
    private void take(List<Colleague> read) throws IOException {
        if (read.isEmpty() && !known.isEmpty()) {
            throw new IOException("the server has nobody any more");
        }
        known = read;
        away = false;
    }

    @Override
    protected void round() {
        try {
            take(reader.read());
        } catch (IOException e) {
            if (!away) {
                LOG.warn(
                        "The directory is not read anew, {} colleagues stay as they were: {}",
                        known.size(),
                        e.getMessage());
            }
            away = true;
        }
    }
}
