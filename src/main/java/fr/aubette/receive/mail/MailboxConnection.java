package fr.aubette.receive.mail;

import fr.aubette.receive.mail.MailboxSettings.Afterwards;
import fr.aubette.receive.mail.MailboxSettings.Protocol;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to one folder of a mailbox, by UIDs. */
final class MailboxConnection implements AutoCloseable {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final MailboxSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean tells;
    private final boolean moves;

    /** Capabilities are asked for before the folder takes the connection: afterwards that would cost another one. */
    private MailboxConnection(MailboxSettings settings, IMAPStore store) throws MessagingException {
        this.settings = settings;
        this.store = store;
        this.folder = (IMAPFolder) store.getFolder(settings.folder());
        this.tells = settings.idle() && store.hasCapability("IDLE");
        this.moves = store.hasCapability("MOVE");
        if (settings.afterwards() == Afterwards.MOVE && !target().exists()) {
            target().create(Folder.HOLDS_MESSAGES);
        }
        folder.open(settings.afterwards() == Afterwards.LEAVE ? Folder.READ_ONLY : Folder.READ_WRITE);
    }

    private IMAPFolder target() throws MessagingException {
        return (IMAPFolder) store.getFolder(settings.moveTo());
    }

    /**
     * Signs in and opens the folder. A token that is refused is asked for anew, once.
     *
     * @throws MailboxTrouble naming the step that failed
     */
    static MailboxConnection open(MailboxSettings settings, Credentials credentials) throws MailboxTrouble {
        try {
            try {
                return signIn(settings, credentials.secret());
            } catch (AuthenticationFailedException refused) {
                credentials.refused();
                if (settings.oauth().isEmpty()) {
                    throw refused;
                }
                return signIn(settings, credentials.secret());
            }
        } catch (MessagingException | RuntimeException e) {
            throw MailboxTrouble.of(settings, e);
        }
    }

    private static MailboxConnection signIn(MailboxSettings settings, String secret)
            throws MessagingException, MailboxTrouble {
        Session session = Session.getInstance(properties(settings));
        IMAPStore store = (IMAPStore) session.getStore(settings.protocol().provider());
        boolean open = false;
        try {
            store.connect(settings.host(), settings.port(), settings.user(), secret);
            MailboxConnection connection = new MailboxConnection(settings, store);
            open = true;
            return connection;
        } finally {
            if (!open) {
                closeQuietly(store);
            }
        }
    }

    private static Properties properties(MailboxSettings settings) throws MailboxTrouble {
        String prefix = "mail." + settings.protocol().provider() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "fetchsize", Integer.toString(MailBytes.START));
        properties.setProperty(prefix + "peek", "true");
        if (settings.oauth().isPresent()) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (settings.protocol() != Protocol.IMAP) {
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.setProperty(prefix + "socketFactory.fallback", "false");
            properties.put(
                    prefix + "ssl.socketFactory",
                    Trust.context(settings.trust()).getSocketFactory());
        }
        if (settings.protocol() == Protocol.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The UID that the next mail will have at least; 1 when the server does not say. */
    long nextUid() throws MessagingException {
        return Math.max(1, folder.getUIDNext());
    }

    /** Mails that nobody has opened, by UID. */
    SortedMap<Long, Message> unseen() throws MessagingException {
        return byUid(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    /** Mails above this UID. */
    SortedMap<Long, Message> above(long uid) throws MessagingException {
        SortedMap<Long, Message> found = byUid(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID));
        return found.tailMap(uid + 1);
    }

    /** Mails that arrived on this day or later, by the server's calendar. */
    SortedMap<Long, Message> arrivedSince(Instant day) throws MessagingException {
        SearchTerm since = new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day));
        return byUid(folder.search(since));
    }

    private SortedMap<Long, Message> byUid(Message[] mails) throws MessagingException {
        SortedMap<Long, Message> found = new TreeMap<>();
        fetch(mails, UIDFolder.FetchProfileItem.UID);
        for (Message mail : mails) {
            if (mail != null && !mail.isExpunged()) {
                found.put(folder.getUID(mail), mail);
            }
        }
        found.remove(-1L);
        return found;
    }

    /** Asks for sizes and dates of many mails in one round trip. */
    void foresee(List<Message> mails) throws MessagingException {
        fetch(
                mails.toArray(Message[]::new),
                UIDFolder.FetchProfileItem.UID,
                FetchProfile.Item.SIZE,
                IMAPFolder.FetchProfileItem.INTERNALDATE);
    }

    private void fetch(Message[] mails, FetchProfile.Item... items) throws MessagingException {
        if (mails.length > 0) {
            FetchProfile profile = new FetchProfile();
            List.of(items).forEach(profile::add);
            folder.fetch(mails, profile);
        }
    }

    /** Whether a mail is gone from its folder, as the server says when asked now. */
    boolean vanished(Message mail) throws MessagingException {
        ask();
        return mail.isExpunged();
    }

    /** Reads a mail without opening it in anybody's eyes. */
    void peek(Message mail) {
        if (mail instanceof IMAPMessage imap) {
            imap.setPeek(true);
        }
    }

    /** Does what is configured with a mail that is safe. */
    void dispose(Message mail) throws MessagingException {
        switch (settings.afterwards()) {
            case LEAVE -> {
                // it stays as it is; the mark moves on
            }
            case SEEN -> mail.setFlag(Flags.Flag.SEEN, true);
            case MOVE -> move(mail);
        }
    }

    private void move(Message mail) throws MessagingException {
        mail.setFlag(Flags.Flag.SEEN, true);
        Message[] one = {mail};
        if (moves) {
            folder.moveMessages(one, target());
        } else {
            folder.copyMessages(one, target());
            mail.setFlag(Flags.Flag.DELETED, true);
            folder.expunge(one);
        }
    }

    /** Whether {@link #idle} may be used. */
    boolean tells() {
        return tells;
    }

    /** Has this called when mail arrives while nobody asks. */
    void onArrival(Runnable wake) {
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                wake.run();
            }
        });
    }

    /** Waits until the server tells something, or {@link #wake}. */
    void idle() throws MessagingException {
        folder.idle(true);
    }

    /** Ends an {@link #idle}, from another thread; what goes wrong is told there. */
    void wake() {
        try {
            ask();
        } catch (MessagingException | IllegalStateException e) {
            // the waiting thread meets the same
        }
    }

    /** A round trip by which the server tells what it has not told yet. */
    private void ask() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    boolean isOpen() {
        return folder.isOpen();
    }

    @Override
    public void close() {
        closeQuietly(store);
    }

    private static void closeQuietly(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException gone) {
            // nothing is left to close
        }
    }
}
