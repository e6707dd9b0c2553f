package fr.aubette.receive.phone;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.CoreStatusAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.StatusAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an exchange, from its login to its loss. It never comes back by itself: {@link SwitchboardLink}
 * makes another one, so that each connection begins a stream of the journal and is resynchronised.
 */
final class AmiConnection extends ManagerConnectionImpl {

    /** How long the agent's telephone rings. */
    private static final Duration TIME_TO_PICK_UP = Duration.ofSeconds(30);

    private final LineSettings settings;
    private final Journal journal;
    private final Runnable heard;
    private final CountDownLatch lost = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> lossReason = new AtomicReference<>();
    private boolean used;

    AmiConnection(LineSettings settings, Journal journal, Runnable heard) {
        this.settings = settings;
        this.journal = journal;
        this.heard = heard;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(settings.user());
        setPassword(settings.password());
        setDefaultResponseTimeout(settings.silence().toMillis());
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        if (used) {
            throw new IOException("this connection is over");
        }
        used = true;
        return new AmiSocket(settings, journal, heard, this::lose);
    }

    private void lose(String reason) {
        lossReason.compareAndSet(null, reason);
        lost.countDown();
    }

    /** Why it was lost; null while it is not. */
    @Nullable
    String lossReason() {
        return lossReason.get();
    }

    /**
     * Has the exchange tell what is going on; its answers go the way of all events. The list of channels comes last:
     * with it the calls that ended while nobody listened are known.
     *
     * @return false if the exchange does not let this user know
     */
    boolean resynchronise() throws IOException, TimeoutException {
        // when it last started: what went on before that is dead
        boolean allowed = !(sendAction(new CoreStatusAction()) instanceof ManagerError);
        for (ManagerAction action :
                new ManagerAction[] {new StatusAction(), new QueueStatusAction(), new CoreShowChannelsAction()}) {
            allowed &= !(sendAction(action) instanceof ManagerError);
        }
        return allowed;
    }

    /** Has an agent's telephone called, and then the number; false if this user may not, or the exchange refuses. */
    boolean place(String extension, String number, String id) throws IOException, TimeoutException {
        String[] placing = settings.placing().split("@", 2);
        OriginateAction call = new OriginateAction();
        call.setChannel(placing[0].replace("*", extension));
        call.setContext(placing[1]);
        call.setExten(number);
        call.setPriority(1);
        call.setCallerId(number);
        call.setTimeout(TIME_TO_PICK_UP.toMillis());
        call.setAsync(true);
        call.setChannelId(id);
        return !(sendAction(call) instanceof ManagerError);
    }

    /** Has whoever speaks with this channel rung through to a number; the channel itself is free. */
    boolean passOn(String channel, String to) throws IOException, TimeoutException {
        String context = settings.placing().split("@", 2)[1];
        return !(sendAction(new PassOnAction(channel, context, to)) instanceof ManagerError);
    }

    void ping() throws IOException, TimeoutException {
        sendAction(new PingAction());
    }

    /** Waits for the loss; true when it is lost. */
    boolean lostWithin(long millis) throws InterruptedException {
        return lost.await(millis, TimeUnit.MILLISECONDS);
    }

    void loginFully() throws IOException, TimeoutException {
        try {
            login();
        } catch (AuthenticationFailedException e) {
            throw new IOException("the exchange refuses user " + settings.user(), e);
        }
    }

    /** A loss is not the library's to repair: it would come back without a resynchronisation. */
    @Override
    public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
        if (!(event instanceof DisconnectEvent)) {
            super.dispatchEvent(event, requiredHandlingTime);
        }
    }

    /**
     * Ends it, from whatever state, without a goodbye: the exchange sees the connection close. The library's reader
     * ends with it, its event thread within the minute.
     */
    void end() {
        lost.countDown();
        disconnect();
        try {
            logoff();
        } catch (IllegalStateException e) {
            disconnect();
        }
    }
}
